-- simulation_other.sql — the same question asked of PostgreSQL alone, for its easiest part: each application's documents read with
-- XMLTABLE, the smallest sum and two caps; no other rules, marks, places or explanations. :scheme is the scheme's id.
with plan as (
	select a.application_id, a.applied_ore, d.awarded_ore,
	       (select sum(x.value::numeric) from xmltable(xmlnamespaces('urn:tilskudd:application:1' as t), '/t:application/t:answer'
	            passing xmlparse(document a.document) columns path text path '@path', value text path '.') x
	         where x.path ~ '^kostnader\.[0-9]+\.(cash|own)$') as costs
	  from application a join call c using (call_id) left join decision d using (application_id)
	 where c.scheme_id = :'scheme' and c.year in (2025, 2026) and a.state not in ('draft', 'withdrawn')
)
select count(*), count(*) filter (where applied_ore < 3000000), sum(least(applied_ore, 6000000, floor(costs * 75)))::bigint as highest,
       sum(least(awarded_ore, 6000000, floor(costs * 75)))::bigint as awarded
  from plan;
