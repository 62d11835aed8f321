# Makefile — everything starts here: make run | test | bench | all | setup | format | clean.
#
# Folders are found by wildcard: a new .c file needs no line here. Every object is written beside its place and
# moved in, so that two makes at once never see half a file.

SHELL := /bin/bash
.SHELLFLAGS := -ec
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

B ?= build
CC := gcc
FUZZ_CC := clang-14

# --- what there is -----------------------------------------------------------------------------------------------

LAYERS := core xml scheme domain doc db flow outside
src_of = $(wildcard src/$(1)/*.c)
LIB_C := $(foreach layer,$(LAYERS),$(call src_of,$(layer)))
TOOL_C := $(call src_of,cli) $(call src_of,jobs)
DOOR_C := src/web/kore_door.c
WEB_C := $(filter-out $(DOOR_C),$(call src_of,web))
BUILD_MAINS := $(wildcard src/build/*_compile.c)
BUILD_C := $(filter-out $(BUILD_MAINS),$(call src_of,build))
UNIT_TESTS := $(patsubst tests/unit/%.c,$(B)/asan/unit/%,$(wildcard tests/unit/*_test.c))
DB_TESTS := $(patsubst tests/db/%.c,$(B)/asan/db/%,$(wildcard tests/db/*_test.c))
FUZZERS := $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/*_fuzz.c))

# --- flags -------------------------------------------------------------------------------------------------------

PACKAGES := libutf8proc libsodium libxml-2.0 libpq harfbuzz harfbuzz-subset fribidi libdeflate libpng libturbojpeg libqrencode libical libzip jansson libcurl
# libharu, libhyphen and libgettextpo have no pkg-config file.
LIBS = $(shell pkg-config --libs $(PACKAGES)) -lhpdf -lhyphen -lm
WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Werror
CPPFLAGS = -Isrc -I$(B) -D_GNU_SOURCE= $(PKG_CFLAGS)
PKG_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null | sed 's/-I\//-isystem \//g')
CFLAGS := -std=gnu17 -O2 -g -fPIC -fvisibility=hidden -fstack-protector-strong $(WARNINGS)
FORTIFY := -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
ASAN := -std=gnu17 -O1 -g -fPIC -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all \
	-DARENA_MALLOC $(WARNINGS)
# Without Kore's own feature macros its structs have other sizes; the door is the only file that sees them.
KORE_FLAGS = $(shell cat /usr/share/kore/features)
ASAN_LINK = $(CC) -fsanitize=address,undefined
FUZZ_LINK = $(FUZZ_CC) -fsanitize=fuzzer,address,undefined
# Within a group archives may need each other in either direction.
GROUP_START := -Wl,--start-group
GROUP_END := -Wl,--end-group
TOOL_LDFLAGS := -pie -Wl,-z,now -Wl,-z,relro
MODULE_LDFLAGS := -shared -Wl,-z,now -Wl,-z,relro -Wl,-z,nodelete

FUZZ := $(ASAN) -fsanitize=fuzzer-no-link

compile = @mkdir -p $(@D); echo "  cc    $<"; \
	$(1) $(CPPFLAGS) $(2) -MMD -MP -MF $(@:.o=.d) -MT $@ -c -o $@.$$$$ $< || { rm -f $@.$$$$; exit 1; }; mv $@.$$$$ $@
archive = @mkdir -p $(@D); echo "  ar    $@"; rm -f $@.$$$$; ar rcs $@.$$$$ $(1); mv $@.$$$$ $@
link = @mkdir -p $(@D); echo "  link  $@"; $(1) -o $@.$$$$ $(2) || { rm -f $@.$$$$; exit 1; }; mv $@.$$$$ $@

objects = $(patsubst %.c,$(B)/$(1)/%.o,$(2))

# --- goals -------------------------------------------------------------------------------------------------------

.PHONY: all run test bench setup format clean units fuzzers db-tests

all: $(B)/tilskudd $(B)/tilskudd.so assets

run:
	@exec conf/host/serve

test:
	@exec tests/run

bench:
	@exec tests/bench/run

setup:
	@conf/host/setup

format:
	@clang-format -i $$(git ls-files -co --exclude-standard 'src/*.[ch]' 'tests/*.[ch]')

clean:
	rm -rf $(B)

units: $(UNIT_TESTS)
db-tests: $(DB_TESTS)
fuzzers: $(FUZZERS)

# --- code made while building: assets/html and assets/locale become C ---------------------------------------------

$(B)/%_compile: $(B)/obj/src/build/%_compile.o \
    $(call objects,obj,$(BUILD_C) $(filter-out src/core/catalogue.c,$(call src_of,core)))
	$(call link,$(CC),$^ -lgettextpo $(LIBS))

GEN_INPUT := $(wildcard assets/html/*.html assets/locale/*.po assets/locale/*/*.po)

# Files whose text did not change keep their time, so that one changed page costs one compilation.
$(B)/gen/list.mk: $(B)/web_compile $(GEN_INPUT) assets/html assets/locale
	@echo "  gen   $(B)/gen"; new=$(B)/gen.new.$$$$; mkdir -p $(B)/gen $$new; trap "rm -rf $$new" EXIT; \
	$(B)/web_compile --html assets/html --locale assets/locale --out $$new $(WEB_COMPILE_FLAGS); \
	for f in $(B)/gen/*.[ch]; do [ -e $$new/"$${f##*/}" ] || rm -f "$$f"; done; \
	for f in $$new/*; do cmp -s "$$f" $(B)/gen/"$${f##*/}" || mv "$$f" $(B)/gen/"$${f##*/}"; done; \
	echo "GEN_C := $$(cd $(B)/gen; echo *.c | sed 's|[^ ]*|$$(B)/gen/&|g')" > $(B)/gen/list.mk

WEB_TESTS := $(patsubst tests/%.c,$(B)/asan/%,$(shell grep -l '"web/' tests/unit/*_test.c tests/db/*_test.c 2>/dev/null))
WEB_FUZZERS := $(patsubst tests/%.c,$(B)/%,$(shell grep -l '"web/' tests/fuzz/*_fuzz.c 2>/dev/null))
WEB_GOALS := all units db-tests fuzzers $(B)/tilskudd.so $(B)/asan/web.a $(B)/fuzz/web.a $(WEB_TESTS) $(WEB_FUZZERS)
ifneq ($(BUILD_MAINS),)
ifneq ($(filter $(WEB_GOALS),$(or $(MAKECMDGOALS),all)),)
include $(B)/gen/list.mk
endif
endif
gen_objects = $(patsubst $(B)/gen/%.c,$(B)/$(1)/gen/%.o,$(filter-out $(TEXTS_C),$(GEN_C)))

# What C code says to people belongs to the library, whatever state the templates are in.
TEXTS_C := $(B)/gen/texts.c
texts_object = $(B)/$(1)/gen/texts.o
$(TEXTS_C): $(B)/web_compile $(wildcard assets/locale/*/*.po) $(wildcard assets/locale/*)
	@$(B)/web_compile --locale assets/locale --out $(B)/gen; touch $@

# --- the library and its doors -----------------------------------------------------------------------------------

$(B)/obj/%.o: %.c
	$(call compile,$(CC),$(CFLAGS) $(FORTIFY))
$(B)/obj/gen/%.o: $(B)/gen/%.c
	$(call compile,$(CC),$(CFLAGS) $(FORTIFY))
$(B)/obj/$(DOOR_C:.c=.o): $(DOOR_C)
	$(call compile,$(CC),$(CFLAGS) $(FORTIFY) $(KORE_FLAGS))

LIB := $(B)/libtilskudd.a
$(LIB): $(call objects,obj,$(LIB_C)) $(call texts_object,obj)
	$(call archive,$^)

$(B)/tilskudd: $(call objects,obj,$(TOOL_C)) $(LIB)
	$(call link,$(CC),$(filter %.o,$^) $(LIB) $(TOOL_LDFLAGS) $(LIBS))

# Kore's functions are found when Kore loads the module, so the linker cannot say which of ours are missing.
$(B)/tilskudd.so: $(call objects,obj,$(DOOR_C) $(WEB_C)) $(call gen_objects,obj) $(LIB)
	$(call link,$(CC),$(MODULE_LDFLAGS) $(filter %.o,$^) $(LIB) $(LIBS))
	@missing=$$(ldd -r $@ 2>&1 | sed -n 's/^undefined symbol: \([^[:space:]]*\).*/\1/p' | sort -u | \
	    comm -23 - <(nm -D --defined-only /usr/bin/kore | awk '{ print $$3 }' | sort -u)); \
	[ -z "$$missing" ] || { echo "$@: neither ours nor Kore's:" $$missing >&2; rm -f $@; exit 1; }

# What make bench measures documents with: the library as it is shipped.
$(B)/bench/%: $(B)/obj/tests/bench/%.o $(LIB)
	$(call link,$(CC),$< $(LIB) $(LIBS))

# --- the same under the sanitizers -------------------------------------------------------------------------------

$(B)/asan/%.o: %.c
	$(call compile,$(CC),$(ASAN))
$(B)/asan/gen/%.o: $(B)/gen/%.c
	$(call compile,$(CC),$(ASAN))
$(B)/fuzz/%.o: %.c
	$(call compile,$(FUZZ_CC),$(FUZZ))
$(B)/fuzz/gen/%.o: $(B)/gen/%.c
	$(call compile,$(FUZZ_CC),$(FUZZ))

# One archive a layer: a test of core builds while another layer is being changed.
define layer_archives
$(B)/asan/$(1).a: $(call objects,asan,$(call src_of,$(1))) $(if $(filter core,$(1)),$(call texts_object,asan))
	$$(call archive,$$^)
$(B)/fuzz/$(1).a: $(call objects,fuzz,$(call src_of,$(1))) $(if $(filter core,$(1)),$(call texts_object,fuzz))
	$$(call archive,$$^)
endef
$(foreach layer,$(LAYERS),$(eval $(call layer_archives,$(layer))))

$(B)/asan/web.a: $(call objects,asan,$(WEB_C)) $(call gen_objects,asan)
	$(call archive,$^)
$(B)/fuzz/web.a: $(call objects,fuzz,$(WEB_C)) $(call gen_objects,fuzz)
	$(call archive,$^)

# The commands as the tests run them once, to see that nothing is leaked or overrun.
$(B)/asan/tilskudd: $(call objects,asan,$(TOOL_C)) $(foreach layer,$(LAYERS),$(B)/asan/$(layer).a)
	$(call link,$(ASAN_LINK),$(filter %.o,$^) $(GROUP_START) $(filter %.a,$^) $(GROUP_END) $(LIBS))

# The layers a test links: those it includes and those below them (design section 2).
below_core := core
below_xml := xml core
below_scheme := scheme xml core
below_domain := domain scheme xml core
below_doc := doc xml core
below_db := db domain scheme xml core
below_flow := $(LAYERS)
below_outside := outside core
below_web := web $(LAYERS)
# What a test includes by way of a header beside it counts too.
beside = $(wildcard $(addprefix $(dir $(1)),$(shell sed -n 's/^.include "\([a-z_]*\.h\)"/\1/p' $(1))))
included = $(shell grep -ho '^.include "[a-z]*/' $(1) $(call beside,$(1)) 2>/dev/null | sed 's/.*"\(.*\)\//\1/' | sort -u)
layers_of = $(sort core $(foreach layer,$(call included,$(1)),$(below_$(layer))))

# $(1) the test's path without .c, $(2) build folder, $(3) compiler with its flags, $(4) more libraries
define test_program
$(patsubst tests/%,$(B)/$(2)%,$(1)): $(B)/$(patsubst %/,%,$(or $(2),fuzz))/$(1).o \
    $(foreach layer,$(call layers_of,$(1).c),$(B)/$(patsubst %/,%,$(or $(2),fuzz))/$(layer).a)
	$$(call link,$(3),$$(filter %.o,$$^) $$(GROUP_START) $$(filter %.a,$$^) $$(GROUP_END) $(4) $$(LIBS))
endef
$(foreach t,$(patsubst %.c,%,$(wildcard tests/unit/*_test.c tests/db/*_test.c)),\
    $(eval $(call test_program,$(t),asan/,$$(ASAN_LINK),-lcmocka)))
$(foreach t,$(patsubst %.c,%,$(wildcard tests/fuzz/*_fuzz.c)),\
    $(eval $(call test_program,$(t),,$$(FUZZ_LINK),)))

include assets/assets.mk

.SECONDARY:
-include $(shell [ -d $(B) ] && find $(B) -name '*.d')
