#!/bin/bash
# template_errors.sh — a mistake in a template or a translation stops the build, and says where and what to do.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
compiler=$PWD/build/web_compile
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

told() {
	if [ "$1" = 0 ]; then
		printf 'ok %s\n' "$2"
	else
		printf 'not ok %s\n# %s\n' "$2" "${3//$'\n'/$'\n'# }"
	fi
}

make -s build/web_compile >/dev/null 2>&1
told $? 'the template compiler builds' 'make build/web_compile failed'

# An empty house: templates and texts are added by each case.
fresh() {
	rm -rf "$work/html" "$work/locale"
	mkdir -p "$work/html" "$work/locale/nb" "$work/locale/nn" "$work/locale/en"
}

# usage: po LANGUAGE FILE < entries
po() {
	{
		printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
		cat
	} >"$work/locale/$1/$2.po"
}

compile() {
	(cd "$work" && "$compiler" --html html --locale locale --out gen "$@" 2>&1)
}

# usage: refused NAME FILE:LINE 'words of the message'    the case's files are already there
refused() {
	local said status=0
	said=$(compile) && status=1
	grep -qF "$2: error: " <<<"$said" || status=1
	grep -qF -- "$3" <<<"$said" || status=1
	told "$status" "$1" "$said"
}

# usage: wrong NAME LINE 'words of the message' < template
wrong() {
	fresh
	cat >"$work/html/page.html"
	refused "$1" "html/page.html:$2" "$3"
}

# usage: right NAME < template
right() {
	local said
	fresh
	cat >"$work/html/page.html"
	said=$(compile)
	told $? "$1" "$said"
}

right 'a plain page compiles' <<'END'
<h1 class="a {{?on}}b{{/on}}">{{title}}</h1>
{{#rows}}<p><a href="/saker/{{id}}">{{name}} {{../title}}</a></p>{{/rows}}{{^rows}}<p>0</p>{{/rows}}
<input name="x" value="{{x}}" {{?on}}checked{{/on}}><br>
END
right 'svg elements close themselves' <<'END'
<svg viewBox="0 0 1 1"><rect width="{{w}}" height="1"/></svg>
END

wrong 'a value in a script' 2 'no {{ }} inside <script>' <<'END'
<p>a</p>
<script src="/assets/a.js">{{x}}</script>
END
wrong 'a script in the page' 1 'move it to a file in assets/' <<'END'
<script>alert(1)</script>
END
wrong 'a style in the page' 1 'move it to a file in assets/' <<'END'
<style>p { color: red }</style>
END
wrong 'a style attribute' 1 'use a class' <<'END'
<p style="color: red">a</p>
END
wrong 'an event attribute' 3 'put it in assets/js' <<'END'
<p>a</p>

<button onclick="go()">a</button>
END
wrong 'a value without quotes' 1 'must stand in quotes' <<'END'
<input value={{x}}>
END
wrong 'a literal value without quotes' 1 'must stand in quotes' <<'END'
<input value=x>
END
wrong 'a value as a tag name' 1 'must be written out' <<'END'
<{{x}}>a</p>
END
wrong 'a value as an attribute' 1 'not in names of tags' <<'END'
<p {{x}}>a</p>
END
wrong 'a value in a comment' 1 'move the {{ }} out of it' <<'END'
<!-- {{x}} -->
END
wrong 'a scheme that runs' 1 'an address begins with' <<'END'
<a href="javascript:{{x}}">a</a>
END
wrong 'a host that is not written out' 1 'host of an https address' <<'END'
<a href="https://{{x}}/">a</a>
END
wrong 'a script from an address that is printed' 1 'begin its address with /assets/' <<'END'
<script src="{{x}}"></script>
END
wrong 'a text inside an address' 1 'may not be part of an address' <<'END'
<a href="/a/{{t "b"}}">a</a>
END
wrong 'a refresh in the head' 1 'http-equiv is not allowed' <<'END'
<meta http-equiv="refresh" content="0">
END
wrong 'an attribute without value that needs one' 1 'needs a value in quotes' <<'END'
<p class>a</p>
END
wrong 'a tag never closed' 2 '<div> is never closed' <<'END'
<p>a</p>
<div><p>b</p>
END
wrong 'tags closed crosswise' 1 '<b> is the tag that is open' <<'END'
<p><b>a</p></b>
END
wrong 'a tag opened in one section and closed in another' 1 'opens <a> without closing it' <<'END'
{{?x}}<a href="/">{{/x}}a{{?x}}</a>{{/x}}
END
wrong 'a tag closed from inside a section' 2 'opened outside this section' <<'END'
<p>
{{?x}}</p>{{/x}}
END
wrong 'a section that ends inside another value' 1 'ends at another place' <<'END'
<a class="b" {{?x}}href="{{y}}{{/x}}">a</a>
END
wrong 'a section never closed' 2 'has no {{/rows}}' <<'END'
<p>a</p>
{{#rows}}<p>b</p>
END
wrong 'sections closed crosswise' 1 'inner is the section that is open' <<'END'
{{?outer}}{{?inner}}a{{/outer}}{{/inner}}
END
wrong 'a closing without a section' 1 'closes nothing' <<'END'
<p>{{/x}}</p>
END
wrong 'a stray less-than sign' 1 'write &lt;' <<'END'
<p>1 < 2</p>
END
wrong 'a key that C could not take' 1 'is no key' <<'END'
<p>{{default}}</p>
END
wrong 'a key out of more lists than there are' 1 'more lists than there are' <<'END'
<p>{{../x}}</p>
END
wrong 'a list that is printed' 1 'is a list and can' <<'END'
{{#rows}}<p>{{a}}</p>{{/rows}}<p>{{rows}}</p>
END
wrong 'a part that is not there' 1 'there is no part_x.html' <<'END'
{{>part_x}}
END
wrong 'a piece that is not there' 1 'piece asked for here' <<'END'
<p>{{<piece_x}}</p>
END
wrong 'a text without a translation' 1 '"Hei" has no text in nn and en; add it to a file in locale/' <<'END'
<p>{{t "Hei"}}</p>
END
wrong 'braces that are not closed' 1 '{{ without }}' <<'END'
<p>{{x</p>
END
wrong 'a quote that is not closed' 1 'not closed' <<'END'
<p>{{t "Hei}}</p>
END
wrong 'the place of the page outside the layout' 1 'belongs in layout.html only' <<'END'
<main>{{@content}}</main>
END

fresh
printf '<div>{{>part_a}}</div>\n' >"$work/html/part_a.html"
refused 'a part that holds itself' 'html/part_a.html:1' 'would hold a copy of itself'

fresh
printf '<li>{{name}}<ul>{{#kids>part_a}}</ul></li>\n' >"$work/html/part_a.html"
said=$(compile)
told $? 'a part that holds a list of itself compiles' "$said"

fresh
printf '<html><body>{{title}}{{@content}}</body></html>\n' >"$work/html/layout.html"
refused 'a key of a page in the layout' 'html/layout.html:1' 'write {{@title}}'

fresh
printf '<html><body>{{?@x}}{{@content}}{{/@x}}</body></html>\n' >"$work/html/layout.html"
refused 'the place of the page inside a section' 'html/layout.html:1' 'outside every section'

page='<p>{{t "Hei {name}"}}</p>'
fresh
printf '%s\n' "$page" >"$work/html/page.html"
po nn a <<<$'msgid "Hei {name}"\nmsgstr "Hei {namn}"'
po en a <<<$'msgid "Hei {name}"\nmsgstr "Hello {name}"'
refused 'a translation with another placeholder' 'locale/nn/a.po:4' 'other {placeholders}'

fresh
po en a <<<$'msgid "%d saker, %s"\nmsgstr "%s, %d cases"'
refused 'a translation with its directives in another order' 'locale/en/a.po:4' 'other %-directives'

fresh
po en a <<<$'msgid "%d saker, %s"\nmsgstr "%2$s, %1$d cases"\n\nmsgid "100 % sikkert"\nmsgstr "100% safe"'
said=$(compile)
told $? 'numbered directives and plain per cent signs are taken' "$said"

fresh
po nn a <<<$'msgid "Hei"\nmsgstr "Hei"'
po nn b <<<$'msgid "Hei"\nmsgstr "Hallo"'
refused 'one text translated in two ways' 'locale/nn/b.po:4' 'translated differently in locale/nn/a.po:4'

fresh
po nn a <<<$'msgid "Hei"\nmsgstr "Hei'
said=$(compile) && status=1 || status=0
told "$status" 'a broken PO file' "$said"

fresh
printf '%s\n' "$page" >"$work/html/page.html"
po nn a <<<$'#, fuzzy\nmsgid "Hei {name}"\nmsgstr "Hei {name}"'
po en a <<<$'msgid "Hei {name}"\nmsgstr "Hello {name}"'
refused 'a translation marked as a guess' 'html/page.html:1' 'has no text in nn'
said=$(compile --draft)
told $? '--draft lets a missing text through' "$said"

fresh
mkdir -p "$work/src"
printf 'int x = 0; /* tr("not this") */\nconst char *a = tr(lang, "Mangler"\n    " her");\n' >"$work/src/a.c"
said=$(cd "$work" && "$compiler" --locale locale --sources src 2>&1) && status=1 || status=0
grep -qF 'src/a.c:2: error: "Mangler her" has no text in nn and en' <<<"$said" || status=1
grep -qF 'not this' <<<"$said" && status=1
told "$status" 'a text in C without a translation' "$said"
