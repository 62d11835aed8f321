-- 0005_letter_page.sql: the letter as a page beside the letter as a PDF, and what the minutes say of those who took no part.

alter table letter add column html text not null default '';
comment on column letter.html is 'The same letter as a page, as it was when it was sent; empty in letters from before pages were kept.';

alter table body_decision add column disqualified text not null default '';
comment on column body_decision.disqualified is 'Members who left the meeting while the case was decided, as the minutes have it (R34).';
