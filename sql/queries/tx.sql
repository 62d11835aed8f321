-- tx.sql — what every transaction begins with.

-- name: tx_identity
-- Tells row-level security who asks, for this transaction alone.
-- $1 user_id or null, $2 role, $3 unit_id or null
select set_config('app.user_id', coalesce($1::bigint::text, ''), true),
    set_config('app.role', $2::text, true),
    set_config('app.unit_id', coalesce($3::bigint::text, ''), true);
