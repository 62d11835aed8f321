/* expr_number.c — exact decimals: twelve of them, in 128 bits, absent past the limit. */
#include <string.h>

#include "core/text.h"
#include "scheme/expr_tree.h"

#define DECIMALS 12

static bool
within(expr_number *out, expr_number n)
{
	if (n > EXPR_NUMBER_MAX || n < -EXPR_NUMBER_MAX)
		return (false);
	*out = n;
	return (true);
}

bool
expr_add(expr_number *out, expr_number a, expr_number b)
{
	return (within(out, a + b));
}

/* a / b rounded half away from zero; b > 0. */
static expr_number
rounded(expr_number a, expr_number b)
{
	return (a >= 0 ? (a + b / 2) / b : (a - b / 2) / b);
}

/*
 * Split at the decimal point, so that nothing passes 128 bits: whole * whole <= 10^28 before it is refused,
 * the cross terms are under 10^26 each, the product of the decimals under 10^24.
 */
bool
expr_multiply(expr_number *out, expr_number a, expr_number b)
{
	expr_number whole_a = a / EXPR_ONE, rest_a = a % EXPR_ONE, whole_b = b / EXPR_ONE, rest_b = b % EXPR_ONE;
	expr_number whole = whole_a * whole_b;

	if (whole > EXPR_NUMBER_MAX / EXPR_ONE || whole < -EXPR_NUMBER_MAX / EXPR_ONE)
		return (false);
	return (
	    within(out, whole * EXPR_ONE + whole_a * rest_b + whole_b * rest_a + rounded(rest_a * rest_b, EXPR_ONE)));
}

/* The remainder is under 10^26, so that it can be scaled by 10^12. */
bool
expr_divide(expr_number *out, expr_number a, expr_number b)
{
	expr_number quotient;

	if (b == 0)
		return (false);
	if (b < 0) {
		a = -a;
		b = -b;
	}
	quotient = a / b;
	if (quotient > EXPR_NUMBER_MAX / EXPR_ONE || quotient < -EXPR_NUMBER_MAX / EXPR_ONE)
		return (false);
	return (within(out, quotient * EXPR_ONE + rounded(a % b * EXPR_ONE, b)));
}

/* As XPath says: what is left of a truncated division, with the sign of a. */
bool
expr_modulo(expr_number *out, expr_number a, expr_number b)
{
	if (b == 0)
		return (false);
	*out = a % b;
	return (true);
}

expr_number
expr_floor(expr_number a)
{
	expr_number rest = a % EXPR_ONE;

	return (rest < 0 ? a - rest - EXPR_ONE : a - rest);
}

struct expr_value
expr_decimal(const char *text)
{
	expr_number number = 0, unit = EXPR_ONE;
	const char *at = text;
	bool minus, digits = false;

	if (at == NULL)
		return (expr_absent());
	at += minus = *at == '-';
	for (; *at >= '0' && *at <= '9'; at++, digits = true)
		if ((number = number * 10 + (*at - '0') * EXPR_ONE) > EXPR_NUMBER_MAX)
			return (expr_absent());
	if (*at == '.')
		for (at++; *at >= '0' && *at <= '9'; at++, digits = true)
			number += (*at - '0') * (unit /= 10);
	if (*at != '\0' || !digits || number > EXPR_NUMBER_MAX)
		return (expr_absent());
	return ((struct expr_value){ .type = EXPR_NUMBER, .number = minus ? -number : number });
}

char *
expr_number_text(struct arena *arena, expr_number number)
{
	expr_number size = number < 0 ? -number : number;
	char *text = arena_printf(
	    arena, "%s%lld.%012lld", number < 0 ? "-" : "", (long long)(size / EXPR_ONE), (long long)(size % EXPR_ONE));
	size_t len = strlen(text);

	while (text[len - 1] == '0')
		len--;
	text[text[len - 1] == '.' ? len - 1 : len] = '\0';
	return (text);
}

struct expr_value
expr_absent(void)
{
	return ((struct expr_value){ .type = EXPR_ABSENT });
}

struct expr_value
expr_boolean(bool b)
{
	return ((struct expr_value){ .type = EXPR_BOOLEAN, .boolean = b });
}

struct expr_value
expr_integer(int64_t n)
{
	expr_number number;

	if (!within(&number, n * EXPR_ONE))
		return (expr_absent());
	return ((struct expr_value){ .type = EXPR_NUMBER, .number = number });
}

struct expr_value
expr_money(money sum)
{
	expr_number number;

	if (!within(&number, sum.ore * (EXPR_ONE / 100)))
		return (expr_absent());
	return ((struct expr_value){ .type = EXPR_NUMBER, .number = number });
}

struct expr_value
expr_text(const char *text)
{
	if (text_blank(text))
		return (expr_absent());
	return ((struct expr_value){ .type = EXPR_TEXT, .text = text });
}

struct expr_value
expr_codes(const char *codes)
{
	if (text_blank(codes))
		return (expr_absent());
	return ((struct expr_value){ .type = EXPR_CODES, .text = codes });
}

struct expr_value
expr_date(struct date day)
{
	if (date_none(day))
		return (expr_absent());
	return ((struct expr_value){ .type = EXPR_DATE, .date = day });
}
