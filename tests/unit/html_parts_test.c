/* html_parts_test.c — the shared parts drawn with all they can show; leaves pages in build/look to look at. */
#include "check.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "core/buf.h"
#include "core/catalogue.h"
#include "gen/html_layout.h"
#include "gen/html_part_breadcrumbs.h"
#include "gen/html_part_empty.h"
#include "gen/html_part_error_summary.h"
#include "gen/html_part_facts.h"
#include "gen/html_part_field.h"
#include "gen/html_part_field_attachment.h"
#include "gen/html_part_field_choice.h"
#include "gen/html_part_field_date.h"
#include "gen/html_part_field_goals.h"
#include "gen/html_part_field_long_text.h"
#include "gen/html_part_field_money.h"
#include "gen/html_part_field_multi_choice.h"
#include "gen/html_part_field_municipalities.h"
#include "gen/html_part_field_number.h"
#include "gen/html_part_field_period.h"
#include "gen/html_part_field_select.h"
#include "gen/html_part_field_statement.h"
#include "gen/html_part_field_text.h"
#include "gen/html_part_field_yes_no.h"
#include "gen/html_part_frame_bar.h"
#include "gen/html_part_money_table.h"
#include "gen/html_part_pagination.h"
#include "gen/html_part_status_tag.h"
#include "gen/html_part_task_list.h"
#include "web/html_escape.h"
#include "web/page_view.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define HOSTILE "<script>alert(\"1\")</script> & 'æøå'"

static struct arena *arena;

static struct page_view
page_for(enum lang lang)
{
	static const struct page_link nav[] = { { "/ordninger", "Finn tilskudd", false },
		{ "/soknader", "Mine søknader", true } };
	static const struct page_notice notices[] = { { .text = "Vedlegget er lastet opp.", .good = true } };

	return ((struct page_view){ .lang = lang,
	    .lang_code = lang_code(lang),
	    .is_nb = lang == LANG_NB,
	    .is_nn = lang == LANG_NN,
	    .is_en = lang == LANG_EN,
	    .title = "Søknad: Sommer i parken",
	    .path = "/soknader/12/skjema?del=2",
	    .csrf_token = "token",
	    .form_key = "key",
	    .user_name = "Kari Demo",
	    .organisation_name = "Furuåsen musikklag",
	    .is_applicant = true,
	    .role_class = "applicant",
	    .asset_version = "1",
	    .county_name = "Innlandet fylkeskommune",
	    .contact_email = "post@fylke.test",
	    .contact_phone = "+47 12 34 56 78",
	    .demo = true,
	    .nav = nav,
	    .n_nav = COUNT(nav),
	    .notices = notices,
	    .n_notices = COUNT(notices) });
}

static void
page_keep(const char *name, const struct page_view *page, const struct buf *body)
{
	struct buf out = buf_new(arena);
	char path[80];
	FILE *file;

	html_layout_top(&out, page);
	buf_add(&out, buf_text(body), body->len);
	html_layout_bottom(&out, page);
	mkdir("build/look", 0777);
	snprintf(path, sizeof(path), "build/look/%s.html", name);
	if ((file = fopen(path, "wb")) == NULL)
		return;
	fwrite(out.data, 1, out.len, file);
	fclose(file);
}

static size_t
times(const struct buf *out, const char *what)
{
	size_t n = 0;

	for (const char *p = buf_text(out); (p = strstr(p, what)) != NULL; p += strlen(what))
		n++;
	return (n);
}

static bool
shows(const struct buf *out, const char *what)
{
	return (strstr(buf_text(out), what) != NULL);
}

static void
simple_fields(struct buf *out, const struct page_view *page)
{
	struct html_part_field_text title = { .id = "tittel",
		.name = "tittel",
		.label = "Hva heter prosjektet?",
		.help = "Skriv et kort navn som andre kan kjenne igjen.",
		.why = "Navnet står i listen over tildelinger, som er offentlig.",
		.value = "Sommer i parken" };
	struct html_part_field_text mail = { .id = "epost",
		.name = "epost",
		.label = "E-post til kontaktpersonen",
		.type = "email",
		.size = "32",
		.autocomplete = "email",
		.error = "Skriv hele adressen, for eksempel kari@lag.no",
		.value = "kari@" };
	struct html_part_field_long_text summary = { .id = "mal",
		.name = "mal",
		.label = "Hva skal dere gjøre, og for hvem?",
		.help = "Fortell det slik dere ville gjort til noen som ikke kjenner dere.",
		.limit = "500",
		.value = "Vi skal holde åtte konserter i parken. " };
	struct html_part_field_money applied = { .id = "belop",
		.name = "belop",
		.label = "Hvor mye søker dere om?",
		.help = "Høyst 100 000 kr.",
		.value = "75 000" };
	struct html_part_field_number people = { .id = "antall",
		.name = "antall",
		.label = "Hvor mange barn og unge regner dere med?",
		.optional = true,
		.unit = "personer",
		.value = "120" };
	struct html_part_field_date held = { .id = "dato", .name = "dato", .label = "Når er arrangementet?" };

	html_part_field_text(out, page, &title);
	html_part_field_text(out, page, &mail);
	html_part_field_long_text(out, page, &summary);
	html_part_field_money(out, page, &applied);
	html_part_field_number(out, page, &people);
	html_part_field_date(out, page, &held);
}

static void
choice_fields(struct buf *out, const struct page_view *page)
{
	static const struct html_part_field_choice_options kinds[] = {
		{ .value = "konsert", .label = "Konsert eller forestilling", .checked = true },
		{ .value = "kurs", .label = "Kurs", .help = "Også verksteder over flere dager" },
		{ .value = "annet", .label = "Annet" }
	};
	static const struct html_part_field_multi_choice_options groups[] = {
		{ .value = "barn", .label = "Barn under 13 år", .checked = true },
		{ .value = "unge", .label = "Ungdom" }
	};
	static const struct html_part_field_select_options standards[] = {
		{ .value = "nb", .label = "Bokmål", .selected = true }, { .value = "nn", .label = "Nynorsk" }
	};
	static const struct html_part_field_municipalities_options places[] = {
		{ .value = "3401", .label = "Kongsvinger" }, { .value = "3403", .label = "Hamar", .checked = true },
		{ .value = "3405", .label = "Lillehammer" }, { .value = "3407", .label = "Gjøvik" },
		{ .value = "3411", .label = "Ringsaker" }, { .value = "3412", .label = "Løten" }
	};
	struct html_part_field_choice kind = { .id = "type",
		.name = "type",
		.label = "Hva slags tiltak er det?",
		.options = kinds,
		.n_options = COUNT(kinds) };
	struct html_part_field_multi_choice group = { .id = "gruppe",
		.name = "gruppe",
		.label = "Hvem er det for?",
		.help = "Velg alle som passer.",
		.options = groups,
		.n_options = COUNT(groups) };
	struct html_part_field_select standard = { .id = "malform",
		.name = "malform",
		.label = "Hvilken målform vil dere ha svar på?",
		.options = standards,
		.n_options = COUNT(standards) };
	struct html_part_field_municipalities where = { .id = "kommuner",
		.name = "kommuner",
		.label = "Hvor skjer det?",
		.with_all = true,
		.options = places,
		.n_options = COUNT(places) };
	struct html_part_field_yes_no vat = {
		.id = "mva", .name = "mva", .label = "Får dere tilbake merverdiavgift?", .error = "Velg ja eller nei"
	};

	html_part_field_choice(out, page, &kind);
	html_part_field_multi_choice(out, page, &group);
	html_part_field_select(out, page, &standard);
	html_part_field_municipalities(out, page, &where);
	html_part_field_yes_no(out, page, &vat);
}

static void
money_fields(struct buf *out, const struct page_view *page)
{
	static const struct html_part_money_table_rows costs[] = { { .number = "1",
								       .item_id = "k.0.item",
								       .item_name = "k.0.item",
								       .item = "Leie av scene",
								       .cash_id = "k.0.cash",
								       .cash_name = "k.0.cash",
								       .cash = "60 000",
								       .own_id = "k.0.own",
								       .own_name = "k.0.own" },
		{ .number = "2",
		    .item_id = "k.1.item",
		    .item_name = "k.1.item",
		    .item = "Honorar til musikere",
		    .cash_id = "k.1.cash",
		    .cash_name = "k.1.cash",
		    .cash = "førti",
		    .cash_error = "Skriv beløpet i hele kroner, for eksempel 25 000",
		    .own_id = "k.1.own",
		    .own_name = "k.1.own",
		    .own = "10 000" } };
	static const struct html_part_money_table_rows finance[] = { { .number = "1",
									 .item_id = "f.0.item",
									 .fixed = "Beløpet dere søker om",
									 .cash = "75 000",
									 .cash_from = "belop" },
		{ .number = "2",
		    .item_id = "f.1.item",
		    .item_name = "f.1.item",
		    .item = "Billettinntekter",
		    .cash_id = "f.1.cash",
		    .cash_name = "f.1.cash",
		    .cash = "20 000" } };
	struct html_part_money_table cost_table = { .id = "kostnader",
		.label = "Hva koster det?",
		.help = "Skriv hele kroner. Egeninnsats regnes 350 kr per time.",
		.item_label = "Kostnad",
		.with_own = true,
		.rows = costs,
		.n_rows = COUNT(costs),
		.sum_cash = "60 000",
		.sum_own = "10 000",
		.sum_all = "70 000",
		.add_value = "kostnader" };
	struct html_part_money_table finance_table = { .id = "finansiering",
		.label = "Hvordan skal det betales?",
		.balances = "kostnader",
		.balance = "Finansieringen er 25 000 kr høyere enn kostnadene.",
		.item_label = "Kilde",
		.rows = finance,
		.n_rows = COUNT(finance),
		.sum_cash = "95 000",
		.add_value = "finansiering" };

	html_part_money_table(out, page, &cost_table);
	html_part_money_table(out, page, &finance_table);
}

static void
remaining_fields(struct buf *out, const struct page_view *page)
{
	static const struct html_part_field_attachment_files files[] = { { .url = "/soknader/12/vedlegg/3",
	    .file_name = "vedtekter <2026>.pdf",
	    .size = "240 kB",
	    .remove_value = "3" } };
	static const struct html_part_field_goals_goals goals[] = { { .id = "m.1",
	    .label = "Flere barn og unge opplever kultur",
	    .number_id = "m.1.number",
	    .number_name = "m.1.number",
	    .unit = "deltakere",
	    .number = "120",
	    .how_id = "m.1.how",
	    .how_name = "m.1.how",
	    .how_error = "Skriv hvordan dere når målet" } };
	struct html_part_field_attachment statutes = { .id = "vedtekter",
		.name = "vedtekter",
		.label = "Vedtekter",
		.help = "PDF, Word eller bilde, høyst 20 MB.",
		.accept = ".pdf,.docx,.jpg,.png",
		.files = files,
		.n_files = COUNT(files),
		.upload_value = "vedtekter" };
	struct html_part_field_goals goal = {
		.id = "maltall", .label = "Hva skal tiltaket føre til?", .goals = goals, .n_goals = COUNT(goals)
	};
	struct html_part_field_period period = { .id = "periode",
		.label = "Når skjer det?",
		.start_id = "periode.start",
		.start_name = "periode.start",
		.start = "01.06.2027",
		.end_id = "periode.end",
		.end_name = "periode.end",
		.end = "31.02.2027",
		.end_error = "Februar har ikke 31 dager" };
	struct html_part_field_statement honest = { .id = "sant",
		.name = "sant",
		.label = "Opplysningene er riktige, og jeg kan søke på vegne av organisasjonen." };

	html_part_field_period(out, page, &period);
	html_part_field_goals(out, page, &goal);
	html_part_field_attachment(out, page, &statutes);
	html_part_field_statement(out, page, &honest);
}

TEST(a_form_joins_each_field_to_its_help_and_message)
{
	static const struct html_part_error_summary_errors errors[] = {
		{ .anchor = "epost",
		    .about = "E-post til kontaktpersonen",
		    .text = "Skriv hele adressen, for eksempel kari@lag.no" },
		{ .anchor = "k.1.cash", .text = "Kostnad 2: skriv beløpet i hele kroner, for eksempel 25 000" }
	};
	struct page_view page = page_for(LANG_NB);
	struct html_part_error_summary summary = { .errors = errors, .n_errors = COUNT(errors) };
	struct buf out = buf_new(arena);

	page.has_errors = true;
	page.band_draft = "Utkast, ikke sendt. Fristen er 1. november 2026 kl. 23.59 (om 3 dager).";
	buf_puts(&out, "<form method=\"post\" action=\"/soknader/12\" class=\"narrow\"><h1>Om tiltaket</h1>");
	html_part_error_summary(&out, &page, &summary);
	simple_fields(&out, &page);
	choice_fields(&out, &page);
	money_fields(&out, &page);
	remaining_fields(&out, &page);
	buf_puts(&out, "<div class=\"actions\"><button class=\"ds-button\">Lagre og gå videre</button>"
		       "<button class=\"ds-button\" data-variant=\"secondary\">Lagre og avslutt</button></div></form>");
	page_keep("form", &page, &out);
	CHECK(shows(&out, "Du må rette 2 ting"));
	CHECK(shows(&out, "href=\"#k.1.cash\""));
	CHECK(shows(&out, "for=\"epost\""));
	CHECK(shows(&out, "aria-describedby=\"epost-about\" aria-invalid=\"true\""));
	CHECK(shows(&out, "id=\"epost-about\""));
	CHECK(shows(&out, "vedtekter &lt;2026&gt;.pdf"));
	CHECK(!shows(&out, "maxlength"));
	CHECK_INT(times(&out, "<fieldset"), times(&out, "</fieldset>"));
	CHECK_INT(times(&out, "<div"), times(&out, "</div>"));
}

TEST(what_people_write_never_becomes_markup)
{
	struct page_view page = page_for(LANG_EN);
	struct html_part_field_long_text field = { .id = "a",
		.name = "a",
		.label = HOSTILE,
		.help = HOSTILE,
		.error = HOSTILE,
		.value = "\n</textarea>" HOSTILE };
	static const struct html_part_facts_rows rows[] = {
		{ .term = HOSTILE, .value = HOSTILE, .url = "javascript:alert(1)" }
	};
	struct html_part_facts facts = { .rows = rows, .n_rows = 1 };
	struct buf out = buf_new(arena);

	html_part_field_long_text(&out, &page, &field);
	html_part_facts(&out, &page, &facts);
	CHECK(!shows(&out, "<script"));
	CHECK(!shows(&out, "javascript:"));
	CHECK(shows(&out, "href=\"#\""));
	CHECK_INT(times(&out, "</textarea>"), 1);
	CHECK(shows(&out, ">\n\n&lt;/textarea&gt;"));
}

static void
figures_draw(struct buf *out, const struct page_view *page)
{
	static const struct html_part_facts_rows facts[] = { { .term = "Ordning",
								 .value = "Kulturaktivitet for barn og unge" },
		{ .term = "Søknadsbeløp", .value = "75 000 kr", .change_url = "/soknader/12#belop" },
		{ .term = "Søknadsnummer", .value = "2026-00123", .url = "/soknader/12" } };
	struct html_part_facts fact_list = { .rows = facts, .n_rows = COUNT(facts) };
	struct html_part_frame_bar frame = { .title = "Kulturaktivitet for barn og unge 2026",
		.frame = "3 000 000 kr",
		.granted = "1 200 000 kr",
		.proposed = "900 000 kr",
		.free = "900 000 kr",
		.granted_pct = "40",
		.proposed_pct = "30" };

	html_part_facts(out, page, &fact_list);
	html_part_frame_bar(out, page, &frame);
}

static void
tasks_draw(struct buf *out, const struct page_view *page)
{
	static const struct html_part_task_list_tasks tasks[] = {
		{ .id = "t1", .url = "/soknader/12/om", .title = "Om tiltaket", .done = true },
		{ .id = "t2",
		    .url = "/soknader/12/penger",
		    .title = "Kostnader og finansiering",
		    .hint = "3 rader",
		    .wrong = true },
		{ .id = "t3", .url = "/soknader/12/mal", .title = "Mål", .started = true },
		{ .id = "t4", .url = "/soknader/12/vedlegg", .title = "Vedlegg", .not_started = true }
	};
	static const struct html_part_breadcrumbs_links links[] = { { "/soknader", "Mine søknader" } };
	struct html_part_task_list list = { .tasks = tasks, .n_tasks = COUNT(tasks) };
	struct html_part_breadcrumbs crumbs = { .links = links, .n_links = 1, .current = "Sommer i parken" };
	struct html_part_pagination pages = {
		.previous_url = "?side=1", .page_number = "2", .page_count = "7", .next_url = "?side=3"
	};
	struct html_part_empty empty = { .title = "Ingen søknader ennå",
		.text = "Når dere starter en søknad, står den her.",
		.action_url = "/ordninger",
		.action_text = "Finn tilskudd" };
	struct html_part_status_tag tag = { .color = "success", .text = "Innvilget" };

	html_part_breadcrumbs(out, page, &crumbs);
	buf_puts(out, "<h1>Sommer i parken</h1><p class=\"lead\">Kulturaktivitet for barn og unge. ");
	html_part_status_tag(out, page, &tag);
	buf_puts(out, "</p><h2>Deler av søknaden</h2>");
	html_part_task_list(out, page, &list);
	html_part_pagination(out, page, &pages);
	buf_puts(out, "<h2>Tomt</h2>");
	html_part_empty(out, page, &empty);
}

TEST(lists_and_figures_say_in_words_what_they_show)
{
	struct page_view page = page_for(LANG_NN);
	struct buf out = buf_new(arena);

	page.band_sent = "Sendt 30. oktober 2026 kl. 14.07. Søknadsnummer 2026-00123.";
	tasks_draw(&out, &page);
	figures_draw(&out, &page);
	page_keep("parts", &page, &out);
	CHECK(shows(&out, "Må rettast"));
	CHECK(shows(&out, "Ikkje starta"));
	CHECK(shows(&out, "Innvilga"));
	CHECK(shows(&out, "aria-hidden=\"true\""));
	CHECK_INT(times(&out, "<svg"), 1);
}

TEST(an_officers_list_fits_many_rows)
{
	struct page_view page = page_for(LANG_NB);
	struct buf out = buf_new(arena);

	page.is_applicant = false;
	page.is_officer = page.is_staff = true;
	page.role_class = "staff";
	page.organisation_name = NULL;
	buf_puts(&out,
	    "<h1>Søknader til vurdering</h1><ul class=\"chips\"><li><a href=\"?\" aria-current=\"true\">Alle "
	    "(42)</a></li>"
	    "<li><a href=\"?s=1\">Mottatt (12)</a></li><li><a href=\"?s=2\">Til vurdering (30)</a></li></ul>");
	figures_draw(&out, &page);
	buf_puts(&out,
	    "<table class=\"ds-table list\" data-hover data-sortable data-keys><thead><tr><th data-sort>Nummer</th>"
	    "<th data-sort>Søker</th><th data-sort>Status</th><th data-sort "
	    "class=\"num\">Søkt</th></tr></thead><tbody>");
	for (int i = 1; i <= 20; i++)
		buf_printf(&out,
		    "<tr%s><td><a href=\"/saker/%d\">2026-%05d</a></td><td>Furuåsen musikklag %d</td><td><span "
		    "class=\"ds-tag\" data-color=\"info\">Til vurdering</span></td><td class=\"num\">%d 000</td></tr>",
		    i == 12 ? " class=\"cut-line\"" : "", i, i, i, 40 + i);
	buf_puts(&out, "</tbody></table>");
	page_keep("list", &page, &out);
	CHECK_INT(times(&out, "<tr"), 21);
}

TEST(one_field_of_any_kind_is_drawn_through_the_common_part)
{
	struct page_view page = page_for(LANG_NB);
	struct html_part_field_money sum = { .id = "a", .name = "a", .label = "Beløp" };
	struct html_part_field field = { .part_question = { .money = &sum, .n_money = 1 } };
	struct buf out = buf_new(arena);

	html_part_field(&out, &page, &field);
	CHECK(shows(&out, "inputmode=\"numeric\""));
	CHECK_INT(times(&out, "<input"), 1);
}

static int
before(void **state)
{
	(void)state;
	arena = arena_new(0);
	return (0);
}

static int
after(void **state)
{
	(void)state;
	arena_free(arena);
	return (0);
}

#define HERE(name) cmocka_unit_test_setup_teardown(name, before, after)

UNIT_MAIN(HERE(a_form_joins_each_field_to_its_help_and_message), HERE(what_people_write_never_becomes_markup),
    HERE(lists_and_figures_say_in_words_what_they_show), HERE(an_officers_list_fits_many_rows),
    HERE(one_field_of_any_kind_is_drawn_through_the_common_part))
