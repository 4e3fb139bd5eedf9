# rapporteur: everything is built, tested and installed from here; `make help` lists the targets.
# CC, CFLAGS, CPPFLAGS, LDFLAGS, BUILD, PREFIX and DESTDIR are yours to set; V=1 shows the commands.

BUILD      ?= build
PREFIX     ?= /usr/local
PKG_CONFIG ?= pkg-config
CFLAGS     ?= -O2 -g
WERROR     ?= -Werror
CORPUS     ?= ../shared/corpus
FUZZ_SECONDS ?= 60
AGENDA     := agendas/2012-10-17-wg-technical-assistance.yaml

# The layers, highest first (the order of linking), and what each may use: its tests are linked
# with exactly these, and tests/layers.sh reads this table to check the includes.
LAYERS        := cli term ui command report document exchange store model pack base
uses_base     :=
uses_pack     := base
uses_model    := base
uses_store    := base model
uses_exchange := base pack model store
uses_document := base pack model
uses_report   := base model store document
uses_command  := base model store exchange document report
uses_ui       := base model store exchange document report command
uses_term     := base model store exchange document report command ui
uses_cli      := base model store exchange document report command ui term

# Neighbours that only the tests are linked with: reports have their words from a file.
beside_report := exchange

# Every other folder of tests/ that holds programs (e2e) may use the whole house.
OTHERS        := $(filter-out $(LAYERS) support data bench,$(sort e2e $(patsubst tests/%/.,%,$(wildcard tests/*/.))))
$(foreach l,$(OTHERS),$(eval uses_$l := $(LAYERS)))

# The libraries, each used by one layer, as pkg-config names them.
libs_base     := libutf8proc
libs_pack     := minizip zlib expat
libs_store    := sqlite3
libs_exchange := yaml-0.1 gumbo
libs_term     := ncursesw
libs_e2e      := vterm

# What `make deps` looks for, and the Debian package that has it.
NEEDS_BUILD := tool:$(firstword $(CC)):$(if $(findstring clang,$(CC)),clang,gcc) header:stdio.h:libc6-dev \
	tool:$(PKG_CONFIG):pkg-config lib:libutf8proc:libutf8proc-dev lib:sqlite3:libsqlite3-dev \
	lib:yaml-0.1:libyaml-dev lib:gumbo:libgumbo-dev lib:minizip:libminizip-dev \
	lib:zlib:zlib1g-dev lib:expat:libexpat1-dev lib:ncursesw:libncurses-dev file:/usr/share/zoneinfo/Europe/Vienna:tzdata
NEEDS_TEST  := lib:cmocka:libcmocka-dev lib:vterm:libvterm-dev tool:mandoc:mandoc tool:strace:strace \
	tool:unshare:util-linux tool:xmllint:libxml2-utils file:/usr/share/i18n/locales/tr_TR:locales
NEEDS_LINT  := tool:clang-format:clang-format tool:clang-tidy:clang-tidy tool:cppcheck:cppcheck
NEEDS       := $(NEEDS_BUILD) $(if $(filter-out run,$(MAKECMDGOALS)),$(NEEDS_TEST)) \
	$(if $(filter lint,$(MAKECMDGOALS)),$(NEEDS_LINT)) \
	$(if $(filter valgrind,$(MAKECMDGOALS)),tool:valgrind:valgrind) \
	$(if $(filter fuzz,$(MAKECMDGOALS)),tool:clang:clang $(if $(wildcard \
		/usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.fuzzer-*),,file:/no/libfuzzer:libclang-rt-14-dev))
# These goals install what is missing before anything is compiled.
FIRST       := $(if $(filter run test accept valgrind bench fuzz,$(MAKECMDGOALS)),deps)

# pkg-config is asked when a recipe first needs the answer (deps may just have installed it), and
# asked once. ncursesw wants an older _XOPEN_SOURCE than ours.
pkg   = $(if $(filter undefined,$(origin $1$2)),$(eval $1$2 := $$(call ask,$1,$2)))$($1$2)
ask   = $(call found,$2,$(shell $(PKG_CONFIG) $1 $2 2>/dev/null || echo missing))
found = $(if $(filter missing,$2),$(error $1 is not installed; `make deps` installs what is missing),$2)
below = $(sort $1 $(foreach l,$(uses_$1),$(call below,$l)))
round = $(sort $(foreach l,$1 $(beside_$1),$(call below,$l)))
libs  = $(foreach l,$(call round,$1),$(foreach p,$(libs_$l),$(call pkg,--libs,$p)))

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wwrite-strings -Wformat=2 $(WERROR)
FORTIFY   = $(if $(findstring -O,$(filter-out -O0,$(CFLAGS))),$(if \
	$(findstring -fsanitize,$(CFLAGS))$(findstring FORTIFY,$(CPPFLAGS)),,-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2))
EXTRA    :=
DEFINES  := -D_XOPEN_SOURCE=700 -DSQLITE_ENABLE_SESSION -DSQLITE_ENABLE_PREUPDATE_HOOK
FLAGS     = -std=c17 $(WARNINGS) -Iinclude $(EXTRA) $(DEFINES) $(filter-out -D_XOPEN_SOURCE=%,\
	$(foreach l,$(LAYERS),$(foreach p,$(libs_$l),$(call pkg,--cflags,$p)))) $(CPPFLAGS)
COMPILE   = $(CC) $(FLAGS) $(FORTIFY) -fstack-protector-strong -fPIE $(CFLAGS) -MMD -MP -c
LINK      = $(CC) $(CFLAGS) -pie -Wl,-z,relro,-z,now $(LDFLAGS)
Q        := $(if $(V),,@)

FULL      := $(foreach l,$(LAYERS),$(if $(wildcard src/$l/*.c)$(filter exchange,$l),$l))
SUPPORTED := $(foreach l,$(OTHERS) $(LAYERS),$(if $(wildcard tests/support/$l/*.c),$l))
DATA      := $(wildcard agendas/data/*.yaml)
SOURCES   := $(wildcard src/*.c src/*/*.c)
TESTS     := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/*/test_*.c)) $(wildcard tests/*/test_*.sh)
UNITS     := $(foreach l,$(LAYERS),$(filter $(BUILD)/tests/$l/%,$(TESTS)))
SESSIONS  := $(foreach t,$(filter tests/e2e/% $(BUILD)/tests/e2e/%,$(TESTS)),$(if $(findstring session,$(notdir $t)),$t))
FORMATTED := $(wildcard src/*.c src/*/*.[ch] include/*/*.h tests/*/*.[ch] tests/support/*/*.[ch])
FUZZERS   := $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
SANITIZE  := -fsanitize=address,undefined
objects    = $(patsubst %.c,$(BUILD)/%.o,$(wildcard $1/*.c))
archives   = $(patsubst %,$(BUILD)/libsupport-%.a,$(filter $(call round,$1),$(SUPPORTED))) \
	$(patsubst %,$(BUILD)/lib%.a,$(filter $(call round,$1),$(FULL)))

export CC BUILD
export RAPPORTEUR = $(abspath $(BUILD)/rapporteur)
MAKEFLAGS += --no-builtin-rules
.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all run test deps install uninstall clean fmt lint asan valgrind cover bench fuzz corpus accept help

all: $(BUILD)/rapporteur	## build the program (the default)

run: $(BUILD)/rapporteur	## install what is missing, build, open the 2012 session in rehearsal
	$< --rehearse 2012-10-17T09:55 $(AGENDA)

test: $(BUILD)/rapporteur $(TESTS) | deps	## install what is missing, build, run every test
	@tests/run $(TESTS)

accept: export ACCEPT = 1
accept: test	## run the tests and let them rewrite their golden files, for review in the diff

# --- compiling and linking -----------------------------------------------------------------------

$(BUILD)/rapporteur: $(call objects,src) $(call archives,cli) | $(FIRST)
	@echo "  link    $@"
	$(Q)$(LINK) -o $@ $^ $(call libs,cli)

$(BUILD)/%.o: %.c Makefile | $(FIRST)
	@mkdir -p $(@D)
	@echo "  compile $<"
	$(Q)$(COMPILE) -o $@ $<

$(BUILD)/%.o: $(BUILD)/%.c Makefile | $(FIRST)
	$(Q)$(COMPILE) -o $@ $<

# An archive depends on its folder too: a file that was removed must leave it.
$(FULL:%=$(BUILD)/lib%.a): $(BUILD)/lib%.a: src/% | $(FIRST)
$(SUPPORTED:%=$(BUILD)/libsupport-%.a): $(BUILD)/libsupport-%.a: tests/support/% | $(FIRST)
$(foreach l,$(FULL),$(eval $(BUILD)/lib$l.a: $(call objects,src/$l)))
$(foreach l,$(SUPPORTED),$(eval $(BUILD)/libsupport-$l.a: $(call objects,tests/support/$l)))
$(BUILD)/libexchange.a: $(BUILD)/embedded.o
$(BUILD)/lib%.a:
	@rm -f $@
	$(Q)$(AR) rcs $@ $(filter %.o,$^)

# The data files as arrays, each followed by a zero byte that its length does not count.
$(BUILD)/embedded.c: $(DATA) agendas/data Makefile
	@mkdir -p $(@D)
	@echo "  embed   $(notdir $(DATA))"
	@{ echo '#include "exchange/embedded.h"'; table= n=0; for file in $(DATA); do n=$$((n + 1)); \
		echo "static const unsigned char file$$n[] = {"; \
		od -An -v -tx1 $$file | sed 's/ *\([0-9a-f][0-9a-f]\)/0x\1,/g'; echo '0};'; \
		table="$$table{\"$${file##*/}\", file$$n, sizeof file$$n - 1}, "; done; \
	echo "const struct embedded embedded_files[] = {$$table{0}};"; } > $@

# A test program is linked with its layer and what that may use, nothing above.
$(BUILD)/tests/%.o: EXTRA = -Isrc -Itests $(foreach p,cmocka vterm,$(call pkg,--cflags,$p))
define test_rule
$(BUILD)/tests/$1/test_%: $(BUILD)/tests/$1/test_%.o $(call archives,$1)
	$$(Q)$$(LINK) -o $$@ $$^ $$(call libs,$1) $$(call pkg,--libs,cmocka)
endef
$(foreach l,$(OTHERS) $(LAYERS),$(eval $(call test_rule,$l)))

$(BUILD)/bench: $(call objects,tests/bench) $(call archives,e2e) | $(FIRST)
	$(Q)$(LINK) -o $@ $^ $(call libs,e2e)

$(BUILD)/corpus: $(call objects,tests/corpus) $(call archives,e2e) | $(FIRST)
	$(Q)$(LINK) -o $@ $^ $(call libs,e2e)

# A fuzzer may use the whole house; libFuzzer has its main().
$(BUILD)/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(call archives,fuzz) | $(FIRST)
	@echo "  link    $@"
	$(Q)$(LINK) -fsanitize=fuzzer -o $@ $^ $(call libs,fuzz)

# What the bench measures against: curses and SQLite alone.
$(BUILD)/bare: $(BUILD)/tests/bench/bare/bare.o | $(FIRST)
	$(Q)$(LINK) -o $@ $^ $(foreach p,ncursesw sqlite3,$(call pkg,--libs,$p))

-include $(wildcard $(BUILD)/*.d $(BUILD)/src/*.d $(BUILD)/src/*/*.d $(BUILD)/tests/*/*.d $(BUILD)/tests/support/*/*.d)

# --- around it -----------------------------------------------------------------------------------

deps:	## install the compiler, libraries and tools that are missing (apt-get, as root or by sudo)
	@packages= names=; for need in $(NEEDS); do \
		kind=$${need%%:*} what=$${need#*:}; package=$${what##*:} what=$${what%:*}; \
		case $$kind in \
		tool) command -v $$what ;; \
		lib) $(PKG_CONFIG) --exists $$what ;; \
		file) test -e $$what ;; \
		header) echo "#include <$$what>" | $(CC) -E - ;; \
		esac >/dev/null 2>&1 || packages="$$packages $$package" names="$$names $$what"; \
	done; \
	[ -n "$$packages" ] || exit 0; \
	root=; [ "$$(id -u)" = 0 ] || root=sudo; \
	if ! command -v apt-get >/dev/null || ! command -v $${root:-true} >/dev/null; then \
		echo "Please install what is missing:$$names (on Debian:$$packages)." >&2; exit 1; fi; \
	echo "installing$$packages"; \
	$$root apt-get update -q; \
	$$root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $$packages

install: $(BUILD)/rapporteur	## install program, manual and agendas under $(DESTDIR)$(PREFIX)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/rapporteur/agendas/data
	install -m 755 $< $(DESTDIR)$(PREFIX)/bin/rapporteur
	install -m 644 $(wildcard agendas/*.yaml) $(DESTDIR)$(PREFIX)/share/rapporteur/agendas
	install -m 644 $(DATA) $(DESTDIR)$(PREFIX)/share/rapporteur/agendas/data
	for page in $(notdir $(wildcard man/*.[157])); do \
		install -D -m 644 man/$$page $(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/$$page || exit 1; done
	[ ! -f $(BUILD)/rapporteur.bash ] || install -D -m 644 $(BUILD)/rapporteur.bash \
		$(DESTDIR)$(PREFIX)/share/bash-completion/completions/rapporteur

# With DESTDIR the folders that are left empty go as well; without it they belong to the system.
uninstall:	## remove what install installed
	rm -rf $(DESTDIR)$(PREFIX)/share/rapporteur
	rm -f $(DESTDIR)$(PREFIX)/bin/rapporteur $(DESTDIR)$(PREFIX)/share/man/man[157]/rapporteur*.[157] \
		$(DESTDIR)$(PREFIX)/share/bash-completion/completions/rapporteur
	[ -z "$(DESTDIR)" ] || [ ! -d "$(DESTDIR)" ] || find $(DESTDIR) -mindepth 1 -depth -type d -empty -delete

clean:	## remove everything that was built
	rm -rf $(BUILD)

fmt:	## lay out every source file as .clang-format says
	clang-format -i $(FORMATTED)

lint: deps	## check layout, layers, headers, manual, and run cppcheck and clang-tidy
	@echo "clang-format"; clang-format --dry-run -Werror $(FORMATTED)
	tests/layers.sh
	@echo "tests/headers.sh"; tests/headers.sh $(CC) $(FLAGS)
	$(if $(wildcard man/*.[157]),mandoc -Tlint -Wwarning $(wildcard man/*.[157]))
	cppcheck -q -j 2 --std=c11 --enable=warning,performance,portability --inline-suppr \
		--suppress=varFuncNullUB \
		--error-exitcode=1 -Iinclude $(DEFINES) src
	@echo "clang-tidy"; printf '%s\n' $(SOURCES) | xargs -P 2 -I FILE sh -c \
		'said=$$(clang-tidy --quiet FILE -- $(FLAGS) 2>&1) || { echo "$$said"; exit 1; }'

asan:	## run the tests with the address and undefined-behaviour sanitizers
	TEST_PATIENCE=3 $(MAKE) test BUILD=$(BUILD)/asan WERROR= LDFLAGS="$(LDFLAGS) -fsanitize=address,undefined" \
		CFLAGS="-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all"

valgrind: $(BUILD)/rapporteur $(TESTS)	## run the unit tests and a full session under valgrind
	@TEST_PATIENCE=20 TEST_TIMEOUT=1200 VALGRIND="valgrind -q --leak-check=full --error-exitcode=99" \
		tests/run $(UNITS) $(SESSIONS)

cover:	## run the tests with gcc's coverage and print the lines covered, layer by layer
	find $(BUILD)/cover -name '*.gcda' -delete 2>/dev/null || true
	$(MAKE) test BUILD=$(BUILD)/cover CC=gcc WERROR= CFLAGS="-O0 -g --coverage" LDFLAGS="$(LDFLAGS) --coverage"
	@tests/coverage.sh $(BUILD)/cover main $(LAYERS)

bench: $(BUILD)/bench $(BUILD)/rapporteur $(BUILD)/bare	## measure start-up, keys, saving and the report
	$< $(BUILD)/rapporteur $(BUILD)/bare $(AGENDA)

corpus: $(BUILD)/corpus	## measure how well real agendas are read: CORPUS=FOLDER with NAME.txt and NAME.items
	@$< $(CORPUS) tests/corpus/slots.tsv $(if $(V),-v)

fuzz: deps	## run the fuzzers (clang), each for FUZZ_SECONDS (60) seconds
	$(MAKE) $(FUZZERS:%=$(BUILD)/fuzz/%) BUILD=$(BUILD)/fuzz CC=clang WERROR= LDFLAGS="$(LDFLAGS) $(SANITIZE)" \
		CFLAGS="-O1 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link $(SANITIZE) -fno-sanitize-recover=all"
	@tests/fuzz/run $(FUZZ_SECONDS) $(BUILD)/fuzz $(FUZZERS:%=$(BUILD)/fuzz/%)

help:	## print this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/\1	\2/p' Makefile | expand -t 12
