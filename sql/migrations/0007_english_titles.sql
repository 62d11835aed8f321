-- 0007_english_titles.sql: lists name schemes in English to readers who chose it, as the schemes' own pages do.

alter table scheme_version
	add column title_en text,
	add column summary_en text;
comment on column scheme_version.title_en is 'Null when the scheme has none; bokmål stands in.';
comment on column scheme_version.summary_en is 'Null when the scheme has none; bokmål stands in.';

-- What is published already says it in its document.
update scheme_version v
   set title_en = x.title, summary_en = x.summary
  from scheme_version w
 cross join lateral xmltable(xmlnamespaces('urn:tilskudd:scheme:1' as s), '/s:scheme' passing xmlparse(document w.document)
       columns title text path 's:title/s:en', summary text path 's:summary/s:en') as x
 where w.version_hash = v.version_hash;
