-- The history of a project is filtered by flag, by environment and by person. Flags and environments are found by the
-- instructions that name them: only these members are indexed, since values of rules can be many.
create index change_subject_ix on change using gin (
    jsonb_path_query_array(instructions, '$[*].flag') jsonb_path_ops,
    jsonb_path_query_array(instructions, '$[*].environment') jsonb_path_ops);

-- Also for the list of those who have changed something, by skipping from one to the next.
create index change_actor_ix on change (project_id, actor, id);
