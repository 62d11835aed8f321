/* kore_door.c — the one file that knows Kore: turns its request into ours, our response into its, and back. */
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

/* Kore's request has the same name as ours. A tag is no symbol: only this file sees the other name. */
#define http_request kore_http_request
/* clang-format off */
#include <kore/kore.h> /* first: the others need it */
#include <kore/hooks.h>
#include <kore/http.h>
#include <kore/seccomp.h>
/* clang-format on */
#undef http_request

#include "core/crypto.h"
#include "core/status.h"
#include "web/http.h"

/* One page with its queries stays far below; a body is in memory up to three times: Kore's, ours and the form's. */
#define REQUEST_MEMORY ((size_t)64 * 1024 * 1024)
#define MEMORY_PER_BODY 3

#pragma GCC visibility push(default)
/* Kore finds these by name. */
int page_entry(struct kore_http_request *);
void kore_parent_configure(int, char **);
void kore_worker_configure(void);

/*
 * What Debian 12's C library, libpq, libxml2 and our spool files need beyond Kore's own list; without these the first
 * stat(), realloc() or database connection kills the worker. execve stays forbidden.
 */
#ifdef __SANITIZE_ADDRESS__
KORE_SECCOMP_FILTER("tilskudd", KORE_BPF_RET(SECCOMP_RET_ALLOW))
#else
KORE_SECCOMP_FILTER("tilskudd",
    /* files and time zones */
    KORE_SYSCALL_ALLOW(newfstatat), KORE_SYSCALL_ALLOW(statx), KORE_SYSCALL_ALLOW(faccessat),
    KORE_SYSCALL_ALLOW(faccessat2), KORE_SYSCALL_ALLOW(readlinkat), KORE_SYSCALL_ALLOW(getdents64),
    KORE_SYSCALL_ALLOW(pread64), KORE_SYSCALL_ALLOW(pwrite64), KORE_SYSCALL_ALLOW(ftruncate), KORE_SYSCALL_ALLOW(fsync),
    KORE_SYSCALL_ALLOW(fdatasync), KORE_SYSCALL_ALLOW(rename), KORE_SYSCALL_ALLOW(mkdir), KORE_SYSCALL_ALLOW(unlinkat),
    /* large reallocations, threads inside libraries, what malloc asks about the machine */
    KORE_SYSCALL_ALLOW(mremap), KORE_SYSCALL_ALLOW(clone3), KORE_SYSCALL_ALLOW(rseq), KORE_SYSCALL_ALLOW(gettid),
    KORE_SYSCALL_ALLOW(sched_yield), KORE_SYSCALL_ALLOW(sched_getaffinity), KORE_SYSCALL_ALLOW(prlimit64),
    KORE_SYSCALL_ALLOW(uname), KORE_SYSCALL_ALLOW(sysinfo), KORE_SYSCALL_ALLOW(getrusage), KORE_SYSCALL_ALLOW(getppid),
    KORE_SYSCALL_ALLOW(getgid), KORE_SYSCALL_ALLOW(getegid), KORE_SYSCALL_ALLOW(tgkill),
    /* libpq and name look-ups */
    KORE_SYSCALL_ALLOW(getpeername), KORE_SYSCALL_ALLOW(recvmsg), KORE_SYSCALL_ALLOW(sendmsg),
    KORE_SYSCALL_ALLOW(sendmmsg), KORE_SYSCALL_ALLOW(bind), KORE_SYSCALL_ALLOW(shutdown),
    KORE_SYSCALL_DENY_ARG(socket, 0, AF_NETLINK, EAFNOSUPPORT))
#endif
#pragma GCC visibility pop

void
kore_parent_configure(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	/* Kore writes its log with stdio; a block-buffered line would come an hour late. */
	setvbuf(stdout, NULL, _IOLBF, 0);
	if (crypto_start() != OK || web_start() != OK) {
		fprintf(stderr, "tilskudd: the web server does not start; the line above says why\n");
		exit(1);
	}
}

void
kore_worker_configure(void)
{
	if (crypto_start() != OK || web_worker_start() != OK)
		exit(1);
}

static const char *
header(struct kore_http_request *req, const char *name)
{
	const char *value;

	return (http_request_header(req, name, &value) ? value : "");
}

static enum http_method
method_of(const struct kore_http_request *req)
{
	switch (req->method) {
	case HTTP_METHOD_GET:
		return (METHOD_GET);
	case HTTP_METHOD_HEAD:
		return (METHOD_HEAD);
	case HTTP_METHOD_POST:
		return (METHOD_POST);
	default:
		return (METHOD_OTHER);
	}
}

/* nginx's $msec: "1790000000.123". The machine's clock when it is not there, which only a direct caller manages. */
static instant
received_at(const char *msec)
{
	long long seconds;
	int millis;

	if (sscanf(msec, "%14lld.%3d", &seconds, &millis) != 2 || seconds < 0 || millis < 0)
		return (instant_now());
	return ((instant)seconds * INSTANT_SECOND + (instant)millis * 1000);
}

static void
body_read(struct http_request *request, struct kore_http_request *req, struct arena *arena)
{
	size_t len = req->http_body_length, at = 0;
	char *body = arena_alloc(arena, len + 1);
	ssize_t n;

	while (at < len && (n = http_body_read(req, body + at, len - at)) > 0)
		at += (size_t)n;
	request->body = body;
	request->body_len = at;
}

static void
request_read(struct http_request *request, struct kore_http_request *req, struct arena *arena)
{
	const char *id = header(req, "x-request-id");

	request->method = method_of(req);
	request->path = req->path;
	request->query = req->query_string == NULL ? "" : req->query_string;
	request->content_type = header(req, "content-type");
	request->cookie = header(req, "cookie");
	request->accept_language = header(req, "accept-language");
	request->if_none_match = header(req, "if-none-match");
	request->origin = header(req, "origin");
	request->sec_fetch_site = header(req, "sec-fetch-site");
	request->host = req->host == NULL ? "" : req->host;
	request->remote = header(req, "x-real-ip");
	request->request_id = *id == '\0' ? crypto_token(arena) : id;
	request->received_at = received_at(header(req, "x-received"));
	request->is_tls = strcmp(header(req, "x-forwarded-proto"), "https") == 0;
	body_read(request, req, arena);
}

/* Called when the last byte has left or the connection is gone. */
static int
sent(struct netbuf *buf)
{
	arena_free(buf->extra);
	return (KORE_RESULT_OK);
}

static void
fields_write(struct kore_http_request *req, const struct http_response *response, struct arena *arena)
{
	if (response->content_type != NULL)
		http_response_header(req, "content-type", response->content_type);
	for (const struct http_field *field = response->fields; field != NULL; field = field->next)
		http_response_header(req, field->name, field->value);
	if (response->spool_file != NULL)
		http_response_header(req, "x-accel-redirect", arena_printf(arena, "/spool/%s", response->spool_file));
}

static void
response_send(struct kore_http_request *req, const struct http_response *response, struct arena *arena)
{
	int status = response->status == 0 ? 500 : response->status;
	size_t len = response->body == NULL ? 0 : response->body_len;

	fields_write(req, response, arena);
	if (status == HTTP_STATUS_NOT_MODIFIED)
		req->flags |= HTTP_REQUEST_NO_CONTENT_LENGTH;
	if (len == 0 || req->owner == NULL) {
		http_response(req, status, NULL, 0);
		arena_free(arena);
		return;
	}
	/* Not copied: the arena goes with the last byte. Kore drops a HEAD's body without calling back. */
	http_response_stream(req, status, (void *)(uintptr_t)response->body, len, sent, arena);
	if (req->method == HTTP_METHOD_HEAD)
		arena_free(arena);
}

int
page_entry(struct kore_http_request *req)
{
	struct http_request request = { .body = "" };
	struct http_response response = { .status = 0 };
	struct arena *arena;

	/* First of all: give the accept lock away, or nobody accepts while this page waits for the database. */
	kore_worker_make_busy();
	arena = arena_new(REQUEST_MEMORY + MEMORY_PER_BODY * req->http_body_length);
	request_read(&request, req, arena);
	page_run(&request, &response, arena);
	response_send(req, &response, arena);
	return (KORE_RESULT_OK);
}
