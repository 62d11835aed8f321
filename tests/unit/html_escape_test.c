/* html_escape_test.c — every value is made safe for the place it stands in. */
#include "check.h"

#include <string.h>

#include "core/buf.h"
#include "web/html_escape.h"

static const char *
made(void (*escape)(struct buf *, const char *), const char *text)
{
	static struct arena *arena;
	struct buf out;

	arena_free(arena);
	arena = arena_new(0);
	out = buf_new(arena);
	escape(&out, text);
	return (buf_text(&out));
}

TEST(text_holds_no_markup)
{
	CHECK_TEXT(made(html_escape, "<b onclick=\"a('x')\">&</b>"),
	    "&lt;b onclick=&#34;a(&#39;x&#39;)&#34;&gt;&amp;&lt;/b&gt;");
	CHECK_TEXT(made(html_escape, "Blåbær & fløte"), "Blåbær &amp; fløte");
	CHECK_TEXT(made(html_escape, ""), "");
	CHECK_TEXT(made(html_escape, NULL), "");
}

TEST(addresses_keep_to_the_schemes_allowed)
{
	static const char *const allowed[] = { "/soknader/1?a=b#c", "?side=2", "#felt", "https://lag.test/x",
		"HTTPS://lag.test", "mailto:kari@lag.test", "tel:+4712345678", "/" };

	for (size_t i = 0; i < sizeof(allowed) / sizeof(allowed[0]); i++)
		CHECK_TEXT(made(html_url, allowed[i]), allowed[i]);
	CHECK_TEXT(made(html_url, "/a?x=1&y=\"2\""), "/a?x=1&amp;y=&#34;2&#34;");
	CHECK_TEXT(made(html_url, NULL), "");
}

TEST(addresses_that_run_or_lead_elsewhere_are_cut)
{
	static const char *const refused[] = { "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)",
		"java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.test", "/\\evil.test",
		"/\t/evil.test", "\\\\evil.test", "http://lag.test", "ftp://lag.test", "blob:x", "soknader/1", "",
		"\x01/a", "https:evil.test\n" };

	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
		if (strcmp(made(html_url, refused[i]), "#") != 0)
			fail_msg("\"%s\" was let through", refused[i]);
}

TEST(a_piece_of_an_address_stays_one_piece)
{
	CHECK_TEXT(made(html_url_part, "../?a=1&b=2#c d"), "..%2F%3Fa%3D1%26b%3D2%23c%20d");
	CHECK_TEXT(made(html_url_part, "/soknader/12?del=2"), "%2Fsoknader%2F12%3Fdel%3D2");
	CHECK_TEXT(made(html_url_part, "a.b-c_d~9"), "a.b-c_d~9");
	CHECK_TEXT(made(html_url_part, "æ\"'<>"), "%C3%A6%22%27%3C%3E");
	CHECK_TEXT(made(html_url_part, NULL), "");
	CHECK_TEXT(made(html_url_address, "kari+lag@lag.test"), "kari+lag@lag.test");
	CHECK_TEXT(made(html_url_address, "+47 62 00 08 80"), "+4762000880");
	CHECK_TEXT(made(html_url_address, "a?subject=\"x"), "a%3Fsubject%3D%22x");
}

static const char *
number(void (*write)(struct buf *, int64_t), int64_t n)
{
	static struct arena *arena;
	struct buf out;

	arena_free(arena);
	arena = arena_new(0);
	out = buf_new(arena);
	write(&out, n);
	return (buf_text(&out));
}

TEST(numbers_are_set_in_thousands)
{
	CHECK_TEXT(number(html_number, 0), "0");
	CHECK_TEXT(number(html_number, 999), "999");
	CHECK_TEXT(number(html_number, 1000), "1\u00a0000");
	CHECK_TEXT(number(html_number, 1350000), "1\u00a0350\u00a0000");
	CHECK_TEXT(number(html_number, -25000), "-25\u00a0000");
	CHECK_TEXT(number(html_number, -999), "-999");
	CHECK_TEXT(number(html_integer, -25000), "-25000");
}

TEST(what_is_set_is_told_by_its_type)
{
	const char *none = NULL, *empty = "", *text = "x";
	bool yes = true, no = false;

	CHECK(!HTML_SET(none));
	CHECK(!HTML_SET(empty));
	CHECK(HTML_SET(text));
	CHECK(HTML_SET(yes));
	CHECK(!HTML_SET(no));
	CHECK(HTML_SET((int64_t)256));
	CHECK(!HTML_SET((size_t)0));
}

UNIT_MAIN(UNIT(text_holds_no_markup), UNIT(addresses_keep_to_the_schemes_allowed),
    UNIT(addresses_that_run_or_lead_elsewhere_are_cut), UNIT(a_piece_of_an_address_stays_one_piece),
    UNIT(numbers_are_set_in_thousands), UNIT(what_is_set_is_told_by_its_type))
