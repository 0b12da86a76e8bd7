-- What the role may do that the hub works with: everything with the rows of the schema, but to change or remove the audit trail.
do $grants$
declare
    schema text := current_schema();
    worker text := '${worker}';
begin
    execute format('grant usage on schema %I to %I', schema, worker);
    execute format('grant select, insert, update, delete on all tables in schema %I to %I', schema, worker);
    execute format('grant usage, select on all sequences in schema %I to %I', schema, worker);
    execute format('grant execute on all functions in schema %I to %I', schema, worker);
    execute format('revoke insert, update, delete on flyway_schema_history from %I', worker);
    execute format('revoke update, delete, truncate, references, trigger on audit_entry, audit_seal from %I', worker);
end
$grants$
