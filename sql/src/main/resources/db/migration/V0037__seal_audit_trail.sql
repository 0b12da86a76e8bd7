-- The audit trail is append-only, and each entry is chained to the one before. The chain stands in rows of its own, because an entry is
-- written with its change and chained afterwards, when it is known in which order entries were committed.

alter table audit_entry
    add column key_id text,
    add column mac    text;

comment on column audit_entry.key_id is 'The key that mac is made with; null in entries from before entries were sealed.';
comment on column audit_entry.mac is 'HMAC-SHA-256 of the entry in its canonical form: a hub wrote it.';

create table audit_seal (
    sequence  bigint      not null constraint audit_seal_pk primary key
                          constraint audit_seal_sequence_ck check (sequence > 0),
    entry_id  bigint      not null,
    digest    text        not null,
    previous  text        not null,
    hash      text        not null,
    key_id    text        not null,
    sealed_at timestamptz not null
);

create unique index audit_seal_entry_ix on audit_seal (entry_id);

comment on column audit_seal.sequence is 'The place in the chain, from 1 on without gaps.';
comment on column audit_seal.digest is 'HMAC-SHA-256 of the entry in its canonical form.';
comment on column audit_seal.previous is 'The hash of the seal before; 64 zeros in the first.';
comment on column audit_seal.hash is 'HMAC-SHA-256 of previous, sequence, entry, digest and time.';

-- Nobody changes either table, and only the function below removes from them.
create function refuse_audit_change() returns trigger
    language plpgsql
    as $$
    declare
        callers text;
    begin
        get diagnostics callers = pg_context;
        if tg_op = 'DELETE' and callers ~ E'\nPL/pgSQL function ([^ ]+\.)?remove_audit_prefix\\(bigint\\) line' then
            return old;
        end if;
        raise insufficient_privilege using message =
            'the audit trail is append-only: ' || tg_op || ' on ' || tg_table_name || ' is refused';
    end
    $$;

create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function refuse_audit_change();
create trigger audit_entry_no_truncate before truncate on audit_entry
    for each statement execute function refuse_audit_change();
create trigger audit_seal_append_only before update or delete on audit_seal
    for each row execute function refuse_audit_change();
create trigger audit_seal_no_truncate before truncate on audit_seal
    for each statement execute function refuse_audit_change();

-- Removes the beginning of the chain, never anything from the last 30 days. It runs as its owner, so that the hub can call it whose
-- database role may not delete.
create function remove_audit_prefix(through bigint) returns bigint
    language plpgsql security definer set search_path from current
    as $$
    declare
        removed bigint;
    begin
        if exists (
            select 1 from audit_seal s join audit_entry e on e.id = s.entry_id
            where s.sequence <= through and (e.at > now() - interval '30 days' or s.sealed_at > now() - interval '30 days'))
        then
            raise insufficient_privilege using message = 'entries of the last 30 days are not removed';
        end if;
        delete from audit_entry e using audit_seal s where s.entry_id = e.id and s.sequence <= through;
        get diagnostics removed = row_count;
        delete from audit_seal where sequence <= through;
        return removed;
    end
    $$;

revoke all on function remove_audit_prefix(bigint) from public;
