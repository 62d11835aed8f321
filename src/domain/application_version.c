/* application_version.c — versions from the moments when files came. */
#include "domain/application_version.h"

static bool
known(const struct application_version *versions, size_t n, instant at)
{
	for (size_t i = 0; i < n; i++)
		if (versions[i].at == at)
			return (true);
	return (false);
}

static void
insert(struct application_version *versions, size_t n, instant at)
{
	size_t i = n;

	for (; i > 1 && versions[i - 1].at > at; i--)
		versions[i] = versions[i - 1];
	versions[i] = (struct application_version){ .at = at };
}

static const char *
added_at(struct arena *arena, instant at, const struct application_file *files, size_t n)
{
	const char *out = "";

	for (size_t i = 0; i < n; i++)
		if (files[i].later && files[i].uploaded_at == at)
			out =
			    *out == '\0' ? files[i].file_name : arena_printf(arena, "%s, %s", out, files[i].file_name);
	return (out);
}

size_t
application_versions(struct application_version **out, struct arena *arena, instant submitted_at,
    const struct application_file *files, size_t n)
{
	struct application_version *versions = arena_array(arena, n + 1, sizeof(*versions));
	size_t count = 1;

	versions[0] = (struct application_version){ .number = 1, .at = submitted_at, .added = "" };
	for (size_t i = 0; i < n; i++)
		if (files[i].later && !known(versions + 1, count - 1, files[i].uploaded_at))
			insert(versions, count++, files[i].uploaded_at);
	for (size_t i = 1; i < count; i++) {
		versions[i].number = (int)i + 1;
		versions[i].added = added_at(arena, versions[i].at, files, n);
	}
	*out = versions;
	return (count);
}

size_t
application_version_files(struct application_file *files, size_t n, const struct application_version *version)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (!files[i].later || (version->number > 1 && files[i].uploaded_at <= version->at))
			files[kept++] = files[i];
	return (kept);
}
