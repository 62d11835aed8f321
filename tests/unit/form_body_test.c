/* form_body_test.c — bodies as browsers send them, and as nobody should. */
#include "check.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/buf.h"
#include "web/form_body.h"

static struct arena *arena;
static struct form form;
static enum form_fault fault;

static enum status
read_as(const char *type, const char *bytes, size_t len)
{
	arena_free(arena);
	arena = arena_new(0);
	memset(&form, 0, sizeof(form));
	fault = FORM_FINE;
	return (form_body_read(&form, &fault, arena, type, bytes, len, NULL));
}

#define URLENCODED(s) read_as("application/x-www-form-urlencoded", (s), sizeof(s) - 1)
#define MULTIPART(s) read_as("multipart/form-data; boundary=xx", (s), sizeof(s) - 1)

static void
field_is(size_t i, const char *name, const char *value)
{
	CHECK(i < form.n_fields);
	CHECK_TEXT(form.fields[i].name, name);
	CHECK_TEXT(form.fields[i].value, value);
}

TEST(fields_keep_order_repetition_and_emptiness)
{
	CHECK_INT(URLENCODED("b=2&a=1&b=&c&=x&&a=%31+2"), OK);
	CHECK_INT(form.n_fields, 6);
	field_is(0, "b", "2");
	field_is(1, "a", "1");
	field_is(2, "b", "");
	field_is(3, "c", "");
	field_is(4, "", "x");
	field_is(5, "a", "1 2");
	CHECK_TEXT(form_find(&form, "b")->value, "2");
	CHECK(form_find(&form, "d") == NULL);
}

TEST(letters_line_ends_and_pasted_control_characters_are_made_clean)
{
	CHECK_INT(URLENCODED("a=bl%C3%A5b%C3%A6r&b=x%0D%0Ay%0Dz&c=a%00b%01c%07%0C&d=A%CC%8A"), OK);
	field_is(0, "a", "blåbær");
	field_is(1, "b", "x\ny\nz");
	field_is(2, "c", "abc");
	field_is(3, "d", "Å");
	CHECK_INT(form.removed, 4);
}

TEST(percent_without_digits_stands_for_itself)
{
	CHECK_INT(URLENCODED("a=50%&b=%zz&c=%4"), OK);
	field_is(0, "a", "50%");
	field_is(1, "b", "%zz");
	field_is(2, "c", "%4");
}

TEST(bytes_that_are_not_utf8_are_refused)
{
	CHECK_INT(URLENCODED("a=bl%E5"), ERR_INVALID);
	CHECK_INT(fault, FORM_NOT_UTF8);
	CHECK_INT(
	    MULTIPART("--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nbl\xe5\r\n--xx--\r\n"), ERR_INVALID);
	CHECK_INT(fault, FORM_NOT_UTF8);
}

TEST(other_content_types_are_refused)
{
	CHECK_INT(read_as("application/json", "{}", 2), ERR_INVALID);
	CHECK_INT(fault, FORM_TYPE);
	CHECK_INT(read_as("application/x-www-form-urlencodedx", "a=1", 3), ERR_INVALID);
	CHECK_INT(read_as("", "a=1", 3), ERR_INVALID);
	CHECK_INT(read_as("", "", 0), OK);
	CHECK_INT(read_as("Application/X-WWW-Form-Urlencoded; charset=utf-8", "a=1", 3), OK);
	field_is(0, "a", "1");
}

static const char *
many_fields(struct arena *in, size_t n, const char *value)
{
	struct buf buf = buf_new(in);

	for (size_t i = 0; i < n; i++)
		buf_printf(&buf, "%sf%zu=%s", i == 0 ? "" : "&", i, value);
	return (buf_text(&buf));
}

TEST(two_thousand_fields_are_read_and_three_thousand_refused)
{
	struct arena *mine = arena_new(0);
	const char *body = many_fields(mine, 2000, "x");

	CHECK_INT(read_as("application/x-www-form-urlencoded", body, strlen(body)), OK);
	CHECK_INT(form.n_fields, 2000);
	field_is(1999, "f1999", "x");
	body = many_fields(mine, 3000, "x");
	CHECK_INT(read_as("application/x-www-form-urlencoded", body, strlen(body)), ERR_TOO_LARGE);
	CHECK_INT(fault, FORM_TOO_MANY);
	arena_free(mine);
}

TEST(a_megabyte_of_text_is_the_limit)
{
	struct arena *mine = arena_new(0);
	size_t len = FORM_TEXT_BYTES_MAX + 1;
	char *body = arena_alloc(mine, len + 3);

	memset(body, 'x', len + 2);
	memcpy(body, "a=", 2);
	CHECK_INT(read_as("application/x-www-form-urlencoded", body, FORM_TEXT_BYTES_MAX + 1), OK);
	CHECK_INT(read_as("application/x-www-form-urlencoded", body, FORM_TEXT_BYTES_MAX + 2), ERR_TOO_LARGE);
	CHECK_INT(fault, FORM_TOO_LONG);
	arena_free(mine);
}

TEST(multipart_fields_and_files)
{
	CHECK_INT(
	    MULTIPART("preamble\r\n--xx\r\nContent-Disposition: form-data; name=\"tittel\"\r\n\r\nFørste\r\nlinje\r\n"
		      "--xx\r\ncontent-disposition: form-data; name=\"tom\"\r\n\r\n\r\n"
		      "--xx\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"a;b: \\\"c\\\".pdf\"\r\n"
		      "Content-Type: application/pdf\r\n\r\n%PDF\x00\xff\r\n\r\n--xx--\r\nepilogue"),
	    OK);
	CHECK_INT(form.n_fields, 2);
	field_is(0, "tittel", "Første\nlinje");
	field_is(1, "tom", "");
	CHECK_INT(form.n_files, 1);
	CHECK_TEXT(form.files[0].field, "fil");
	CHECK_TEXT(form.files[0].name, "a;b: \"c\".pdf");
	CHECK_TEXT(form.files[0].media_type, "application/pdf");
	CHECK_INT(form.files[0].len, 8);
	CHECK(memcmp(form.files[0].bytes, "%PDF\x00\xff\r\n", 8) == 0);
}

TEST(a_file_nobody_chose_and_a_file_of_no_bytes_are_kept)
{
	CHECK_INT(
	    MULTIPART("--xx\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n"
		      "Content-Type: application/octet-stream\r\n\r\n\r\n"
		      "--xx\r\nContent-Disposition: form-data; name=\"g\"; filename=\"tom.pdf\"\r\n\r\n\r\n--xx--"),
	    OK);
	CHECK_INT(form.n_files, 2);
	CHECK_TEXT(form.files[0].name, "");
	CHECK_INT(form.files[0].len, 0);
	CHECK_TEXT(form.files[1].name, "tom.pdf");
	CHECK_INT(form.files[1].len, 0);
}

TEST(file_names_lose_folders_and_keep_their_letters)
{
	CHECK_INT(MULTIPART("--xx\r\nContent-Disposition: form-data; name=f; filename=\"C:\\mine "
			    "filer\\b\xc3\xa5t.pdf\"\r\n\r\nx\r\n"
			    "--xx\r\nContent-Disposition: form-data; name=g; filename=\"../../etc/passwd\"\r\n\r\nx\r\n"
			    "--xx\r\nContent-Disposition: form-data; name=h; filename=\"x\"; "
			    "filename*=UTF-8''bl%C3%A5%20fil.pdf\r\n\r\nx\r\n"
			    "--xx\r\nContent-Disposition: form-data; name=\"i%22%0D%0A\"; "
			    "filename=\"a%22b%20.pdf\"\r\n\r\nx\r\n--xx--"),
	    OK);
	CHECK_TEXT(form.files[0].name, "båt.pdf");
	CHECK_TEXT(form.files[1].name, "passwd");
	CHECK_TEXT(form.files[2].name, "blå fil.pdf");
	CHECK_TEXT(form.files[3].field, "i\"\n");
	CHECK_TEXT(form.files[3].name, "a\"b%20.pdf");
}

TEST(a_long_file_name_keeps_its_end)
{
	struct arena *mine = arena_new(0);
	struct buf buf = buf_new(mine);

	buf_puts(&buf, "--xx\r\nContent-Disposition: form-data; name=f; filename=\"");
	for (int i = 0; i < 300; i++)
		buf_puts(&buf, "å");
	buf_puts(&buf, ".pdf\"\r\n\r\nx\r\n--xx--");
	CHECK_INT(read_as("multipart/form-data; boundary=xx", buf.data, buf.len), OK);
	CHECK_INT(strlen(form.files[0].name), 196 * 2 + 4);
	CHECK_TEXT(form.files[0].name + 196 * 2, ".pdf");
	arena_free(mine);
}

TEST(a_name_in_other_letters_than_ours_leaves_the_plain_one)
{
	CHECK_INT(
	    MULTIPART("--xx\r\nContent-Disposition: form-data; name=f; filename=\"a.pdf\"; filename*=b.pdf\r\n\r\nx\r\n"
		      "--xx\r\nContent-Disposition: form-data; name=f; filename=\"a.pdf\"; "
		      "filename*=iso-8859-1''b.pdf\r\n\r\nx\r\n--xx--"),
	    OK);
	CHECK_TEXT(form.files[0].name, "a.pdf");
	CHECK_TEXT(form.files[1].name, "a.pdf");
}

TEST(a_part_that_is_no_form_data_or_has_no_name_is_refused)
{
	CHECK_INT(MULTIPART("--xx\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n--xx--"), ERR_INVALID);
	CHECK_INT(MULTIPART("--xx\r\nContent-Disposition: form-data\r\n\r\n1\r\n--xx--"), ERR_INVALID);
	CHECK_INT(MULTIPART("--xx\r\nContent-Type: text/plain\r\n\r\n1\r\n--xx--"), ERR_INVALID);
	CHECK_INT(MULTIPART("--xx\r\nContent-Dispositio_: form-data; name=a\r\n\r\n1\r\n--xx--"), ERR_INVALID);
}

TEST(boundaries_may_be_quoted_and_followed_by_more)
{
	static const char body[] = "--a b;c\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--a b;c--";

	CHECK_INT(read_as("multipart/form-data; boundary=\"a b;c\"; charset=utf-8", body, sizeof(body) - 1), OK);
	field_is(0, "x", "1");
	CHECK_INT(read_as("multipart/form-data", body, sizeof(body) - 1), ERR_INVALID);
	CHECK_INT(fault, FORM_BROKEN);
	CHECK_INT(read_as("multipart/form-data; boundary=\"\"", body, sizeof(body) - 1), ERR_INVALID);
}

TEST(a_body_cut_short_is_refused_wherever_it_is_cut)
{
	static const char body[] =
	    "--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
	    "--xx\r\nContent-Disposition: form-data; name=\"f\"; filename=\"y\"\r\n\r\nabc\r\n--xx--";

	for (size_t len = 0; len < sizeof(body) - 1; len++) {
		CHECK_INT(read_as("multipart/form-data; boundary=xx", body, len), ERR_INVALID);
		CHECK_INT(fault, FORM_BROKEN);
	}
	CHECK_INT(read_as("multipart/form-data; boundary=xx", body, sizeof(body) - 1), OK);
}

TEST(a_delimiter_inside_a_line_is_content)
{
	CHECK_INT(MULTIPART("--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1--xx--\r\n2\r\n--xx--"), OK);
	field_is(0, "a", "1--xx--\n2");
}

TEST(a_file_over_the_limit_is_refused)
{
	struct form_limits limits = { .fields = 3, .text_bytes = 10, .file_bytes = 3, .files = 1 };
	static const char over[] = "--xx\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n1234\r\n--xx--";
	static const char just[] = "--xx\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n123\r\n--xx--";
	static const char two[] = "--xx\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n1\r\n"
				  "--xx\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n1\r\n--xx--";

	arena_free(arena);
	arena = arena_new(0);
	CHECK_INT(
	    form_body_read(&form, &fault, arena, "multipart/form-data; boundary=xx", over, sizeof(over) - 1, &limits),
	    ERR_TOO_LARGE);
	CHECK_INT(fault, FORM_FILE_TOO_LARGE);
	CHECK_INT(
	    form_body_read(&form, &fault, arena, "multipart/form-data; boundary=xx", just, sizeof(just) - 1, &limits),
	    OK);
	CHECK_INT(
	    form_body_read(&form, &fault, arena, "multipart/form-data; boundary=xx", two, sizeof(two) - 1, &limits),
	    ERR_TOO_LARGE);
	CHECK_INT(fault, FORM_TOO_MANY);
}

TEST(encoded_parts_are_refused)
{
	CHECK_INT(
	    MULTIPART("--xx\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\n"
		      "YQ==\r\n--xx--"),
	    ERR_INVALID);
	CHECK_INT(fault, FORM_BROKEN);
}

TEST(a_head_without_end_and_a_thousand_parameters_are_survived)
{
	struct arena *mine = arena_new(0);
	struct buf buf = buf_new(mine);

	buf_puts(&buf, "--xx\r\nContent-Disposition: form-data");
	for (int i = 0; i < 5000; i++)
		buf_puts(&buf, ";a=b");
	buf_puts(&buf, "\r\n\r\nx\r\n--xx--");
	CHECK_INT(read_as("multipart/form-data; boundary=xx", buf.data, buf.len), ERR_INVALID);
	CHECK_INT(fault, FORM_BROKEN);
	arena_free(mine);
}

/* Quadratic reading of this took minutes; linear takes milliseconds, also under the sanitizers. */
TEST(ten_megabytes_of_dashes_take_linear_time)
{
	size_t len = 10 * 1024 * 1024;
	struct arena *mine = arena_new(0);
	char *body = arena_alloc(mine, len);
	clock_t start = clock();

	memset(body, '-', len);
	memcpy(body, "--xx\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n", 60);
	CHECK_INT(read_as("multipart/form-data; boundary=xx", body, len), ERR_INVALID);
	CHECK((clock() - start) / CLOCKS_PER_SEC < 5);
	arena_free(mine);
}

TEST(a_piece_of_a_path_is_decoded_or_refused)
{
	const char *out = NULL;

	arena_free(arena);
	arena = arena_new(0);
	CHECK_INT(form_piece_decode(&out, arena, "bl%C3%A5+b", 10), OK);
	CHECK_TEXT(out, "blå+b");
	CHECK_INT(form_piece_decode(&out, arena, "bl%c3%a5", 8), OK);
	CHECK_TEXT(out, "blå");
	CHECK_INT(form_piece_decode(&out, arena, "a%00", 4), ERR_INVALID);
	CHECK_INT(form_piece_decode(&out, arena, "%E5", 3), ERR_INVALID);
	arena_free(arena);
	arena = NULL;
}

UNIT_MAIN(UNIT(fields_keep_order_repetition_and_emptiness),
    UNIT(letters_line_ends_and_pasted_control_characters_are_made_clean),
    UNIT(percent_without_digits_stands_for_itself), UNIT(bytes_that_are_not_utf8_are_refused),
    UNIT(other_content_types_are_refused), UNIT(two_thousand_fields_are_read_and_three_thousand_refused),
    UNIT(a_megabyte_of_text_is_the_limit), UNIT(multipart_fields_and_files),
    UNIT(a_file_nobody_chose_and_a_file_of_no_bytes_are_kept), UNIT(file_names_lose_folders_and_keep_their_letters),
    UNIT(a_long_file_name_keeps_its_end), UNIT(a_name_in_other_letters_than_ours_leaves_the_plain_one),
    UNIT(a_part_that_is_no_form_data_or_has_no_name_is_refused), UNIT(boundaries_may_be_quoted_and_followed_by_more),
    UNIT(a_body_cut_short_is_refused_wherever_it_is_cut), UNIT(a_delimiter_inside_a_line_is_content),
    UNIT(a_file_over_the_limit_is_refused), UNIT(encoded_parts_are_refused),
    UNIT(a_head_without_end_and_a_thousand_parameters_are_survived), UNIT(ten_megabytes_of_dashes_take_linear_time),
    UNIT(a_piece_of_a_path_is_decoded_or_refused))
