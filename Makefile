# Azimut. Two commands are enough: `make run` opens the kiosk, `make test` proves it.
# WINDOW=1280x720 opens a window instead of the full screen; BUILD=dir builds elsewhere; V=1 shows the commands.

BUILD ?= build
WINDOW ?=
CC ?= cc
BUILD_CC ?= $(CC)# of what runs while all is built for another machine
PKG_CONFIG ?= pkg-config
V ?=
Q = $(if $(V),,@echo "  $@";)
JOBS = $(shell nproc)
PACK = $(BUILD)/campus.pack

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes -Wstrict-prototypes -Wvla -Wformat=2
WORDS_CFLAGS = -std=c11 -D_GNU_SOURCE -I. -Ikiosk $(WARN)
BASE_CFLAGS = -std=c11 -D_GNU_SOURCE -I. -Ikiosk -Iassets -I$(BUILD)/words $(WARN) $(EXTRA_CFLAGS)
FLAVOUR_release = -O2 -g
FLAVOUR_asan = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined
FLAVOUR_fuzz = $(FLAVOUR_asan)
FLAVOUR_tsan = -O1 -g -fsanitize=thread
PKG_kiosk = sdl2 x11 xext xrandr SDL2_ttf SDL2_image fribidi sqlite3 fontconfig expat libsodium alsa libqrencode libzip libseccomp
PKG_films = libavformat libavcodec libswresample libswscale libavutil
PKG_tools = libjpeg libpng libwebp lcms2 yaml-0.1 libcmark geos libpq libmicrohttpd
PKG_tests = cmocka
PKG_clips = cairo
# All programs load FFmpeg when the first film is wished for (video/libav.h), and only compile against it.
# All of it is there wherever something is compiled: of several libraries pkg-config tells none when one is missing.
KIOSK_CFLAGS := $(shell $(PKG_CONFIG) --cflags $(PKG_kiosk) $(PKG_films) $(PKG_tools) 2>/dev/null)
TESTS_CFLAGS := -Itests $(shell $(PKG_CONFIG) --cflags $(PKG_tests) 2>/dev/null)
KIOSK_LIBS = -Wl,--as-needed $(shell $(PKG_CONFIG) --libs $(PKG_kiosk)) -lunistring -lm -pthread
TOOLS_LIBS = $(KIOSK_LIBS) $(shell $(PKG_CONFIG) --libs $(PKG_tools)) -lgettextpo
TESTS_LIBS = $(TOOLS_LIBS) $(shell $(PKG_CONFIG) --libs $(PKG_tests) $(PKG_films))

# Every folder of tools/ with a main.c is a program of its own: azimut-pack, azimut-quiz…; clips only makes the
# demonstration's films, words only tables when all this is built.
TOOLS = $(filter-out clips words,$(patsubst tools/%/main.c,%,$(wildcard tools/*/main.c)))
PROGRAMS = azimut $(TOOLS:%=azimut-%)
KIOSK_SRC = $(wildcard kiosk/*/*.c kiosk/*/*/*.c)
TOOLS_SRC = $(filter-out %/main.c,$(foreach tool,$(TOOLS) sources import registers media,$(wildcard tools/$(tool)/*.c)))
TEST_SRC = $(wildcard tests/*_test.c tests/*/*_test.c tests/*/*/*_test.c)
TEST_HELP_SRC = $(wildcard tests/support/*.c tests/screens/sweep/*.c)
CONTENT = $(shell find content/campus -type f 2>/dev/null)

objects = $(patsubst %.c,$(BUILD)/$(1)/%.o,$(2))
TEST_BIN = $(patsubst %.c,$(BUILD)/asan/%,$(TEST_SRC))

.PHONY: all programs install install-programs install-pack install-kiosk deb test-deb test-arm64 test-boot deps-deb deps-machine run tour test check lint flags coverage format race bench bench-fleet fuzz soak soak-kiosk soak-packs clips content man picture deps deps-test deps-bench deps-fuzz deps-clips deps-lint deps-picture clean
all: programs $(PACK)

programs: $(PROGRAMS:%=$(BUILD)/%) $(BUILD)/new/.made

# ---- running ------------------------------------------------------------------------------------------------
run: deps
	@$(MAKE) --no-print-directory -j$(JOBS) all
	@tools/run.sh $(BUILD) $(WINDOW)

tour: all
	@tools/tour.sh $(BUILD)

content: $(PACK)

$(PACK): $(BUILD)/azimut-pack $(CONTENT)
	$(Q)$(BUILD)/azimut-pack build content/campus -o $@

# What `azimut-pack new` begins with: content/new/NAME, and the demonstration's pictures that content/new/NAME.shared lists.
$(BUILD)/new/.made: $(shell find content/new -type f) $(wildcard content/campus/pictures/*) Makefile
	@rm -rf $(@D) && mkdir -p $(@D)
	@cp -R content/new/*/ $(@D)
	@for list in content/new/*.shared; do \
	    (cd content/campus/pictures && cat ../../../$$list | xargs cp -t $(abspath $(@D))/$$(basename $$list .shared)/pictures); done
	@touch $@

# ---- the program's own words: tables made from assets/lang, before anything includes them -------------------
WORDS = $(patsubst %,$(BUILD)/words/%.def,choice date edit field hint kind lang noun plan report search speech studio ui way)
WORDS_PO = assets/lang/fr.po $(filter-out assets/lang/fr.po,$(wildcard assets/lang/*.po))
WORDS_SRC = $(wildcard tools/words/*.c) tools/sources/po.c $(patsubst %,kiosk/base/%.c,arena slice error file plural)
MESSAGES = $(patsubst %,$(BUILD)/words/%.def,message message_lang)
MESSAGES_PO = assets/lang/tools/fr.po $(filter-out assets/lang/tools/fr.po,$(wildcard assets/lang/tools/*.po))

$(BUILD)/words/make: $(WORDS_SRC) tools/sources/po.h $(wildcard tools/words/*.h) kiosk/base/message.h
	@mkdir -p $(@D)
	$(Q)$(BUILD_CC) $(WORDS_CFLAGS) -O1 -o $@ $(WORDS_SRC) -lgettextpo -lunistring

$(WORDS) &: $(BUILD)/words/make $(WORDS_PO)
	$(Q)$(BUILD)/words/make $(@D) $(WORDS_PO)

$(MESSAGES) &: $(BUILD)/words/make $(MESSAGES_PO)
	$(Q)$(BUILD)/words/make --messages $(@D) $(MESSAGES_PO)

# ---- programs: a main of their own, the rest from one library -------------------------------------------------------
$(BUILD)/azimut: $(BUILD)/release/kiosk/main.o $(BUILD)/release/libazimut.a
	$(Q)$(CC) $(FLAVOUR_release) $(LDFLAGS) -o $@ $^ $(KIOSK_LIBS)

$(BUILD)/azimut-%: $(BUILD)/release/tools/%/main.o $(BUILD)/release/libazimut.a
	$(Q)$(CC) $(FLAVOUR_release) $(LDFLAGS) -o $@ $^ $(TOOLS_LIBS)

$(BUILD)/release/libazimut.a: $(call objects,release,$(KIOSK_SRC) $(TOOLS_SRC))
	@rm -f $@
	$(Q)ar rcs $@ $^

$(BUILD)/release/%.o: %.c Makefile | $(WORDS) $(MESSAGES)
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE_CFLAGS) $(FLAVOUR_release) $(KIOSK_CFLAGS) -MMD -MP -c -o $@ $<

# ---- tests: each file is a program; all run under AddressSanitizer and UBSan -------------------------------------
test: deps-test
	@$(MAKE) --no-print-directory -j$(JOBS) check

# What takes longer than a test is compiled with them, so that it can be run when somebody wants to.
LONGER = $(BUILD)/asan/tests/soak/pack_mutants $(BUILD)/asan/tests/fuzz/film $(BUILD)/release/tests/soak/kiosk.o

check: all $(TEST_BIN) $(PROGRAMS:%=$(BUILD)/asan/%) $(BUILD)/asan/storyboard $(LONGER)
	@tests/run.sh $(BUILD) $(TEST_BIN)

$(BUILD)/asan/azimut: $(BUILD)/asan/kiosk/main.o $(BUILD)/asan/libazimut.a
	$(Q)$(CC) $(FLAVOUR_asan) -o $@ $^ $(KIOSK_LIBS)

$(BUILD)/asan/azimut-%: $(BUILD)/asan/tools/%/main.o $(BUILD)/asan/libazimut.a
	$(Q)$(CC) $(FLAVOUR_asan) -o $@ $^ $(TOOLS_LIBS)

$(BUILD)/asan/tests/%_test: $(BUILD)/asan/tests/%_test.o $(BUILD)/asan/libazimut.a
	$(Q)$(CC) $(FLAVOUR_asan) -o $@ $^ $(TESTS_LIBS)

$(BUILD)/asan/libazimut.a: $(call objects,asan,$(KIOSK_SRC) $(TOOLS_SRC) $(TEST_HELP_SRC))
	@rm -f $@
	$(Q)ar rcs $@ $^

$(BUILD)/asan/%.o: %.c Makefile | $(WORDS) $(MESSAGES)
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE_CFLAGS) $(FLAVOUR_asan) $(KIOSK_CFLAGS) $(TESTS_CFLAGS) -MMD -MP -c -o $@ $<

# ---- what no test says: faults that other compilers know, words that no dictionary has --------------------------------------
# LINT=words shell html c: only some of it. C takes half an hour.
LINT =

lint: deps-lint
	@$(MAKE) --no-print-directory all
	@tools/lint.sh $(BUILD) $(LINT)

flags:
	@echo $(BASE_CFLAGS) $(KIOSK_CFLAGS) $(shell pkg-config --cflags $(PKG_clips))

# Unit tests and scripts together, a folder a line, in build/coverage/report.txt.
coverage: deps-test deps-lint
	@$(MAKE) --no-print-directory -j$(JOBS) BUILD=$(BUILD)/coverage CC="$(CC) --coverage" check
	@tools/coverage.sh $(BUILD)/coverage

format:
	@git ls-files '*.c' '*.h' | xargs clang-format -i

# ---- longer work: threads under ThreadSanitizer, hostile plans and films ------------------------------------------------------
# Plans as long as FUZZ_S says, films ROUNDS times: what is found stays in build/fuzz and belongs into tests/corpus.
FUZZ_S ?= 60
ROUNDS ?= 3000
SEED ?= 1

race: deps-test
	@$(MAKE) --no-print-directory all $(BUILD)/tsan/azimut
	@tests/race.sh $(BUILD)

fuzz: deps-fuzz deps-test
	@$(MAKE) --no-print-directory $(BUILD)/fuzz/import $(BUILD)/asan/tests/fuzz/film
	@tests/fuzz/run.sh $(BUILD) $(ROUNDS) $(SEED)
	@mkdir -p $(BUILD)/fuzz/found
	$(Q)cd $(BUILD)/fuzz && ./import -max_total_time=$(FUZZ_S) -max_len=65536 -timeout=20 -rss_limit_mb=2048 -dict=$(CURDIR)/tests/fuzz/osm.dict \
	    found $(CURDIR)/tests/corpus/osm

# ---- what no test has the time for -------------------------------------------------------------------
# Ten thousand packs, each wrong in one way: opened or refused within limits by the program as it is
# installed, then once more under the sanitizers. What is found stays in build/soak.
MUTANTS ?= 10000
SOAK_SRC = tests/soak/pack_mutants.c $(wildcard tests/soak/harm*.c)

soak-packs: deps-test
	@$(MAKE) --no-print-directory all $(BUILD)/soak/pack_mutants $(BUILD)/asan/tests/soak/pack_mutants
	@tests/soak/packs.sh $(BUILD) $(MUTANTS) $(SEED)

SOAK_OBJECTS = $(call objects,release,$(SOAK_SRC) tests/support/world.c)

$(BUILD)/soak/pack_mutants: $(SOAK_OBJECTS) $(BUILD)/release/libazimut.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(TESTS_LIBS)

$(BUILD)/release/tests/%.o: KIOSK_CFLAGS += $(TESTS_CFLAGS)

$(BUILD)/asan/tests/soak/pack_mutants: $(call objects,asan,$(SOAK_SRC)) $(BUILD)/asan/libazimut.a
	$(Q)$(CC) $(FLAVOUR_asan) -o $@ $^ $(TESTS_LIBS)

# A year in half an hour and more: visits, empty hours, films, under limits for all that it holds; then the packs of soak-packs.
VISITS ?= 10000
TEXTURE_CALLS = SDL_CreateTexture SDL_CreateTextureFromSurface SDL_DestroyTexture

soak: soak-kiosk soak-packs

soak-kiosk: deps-test
	@$(MAKE) --no-print-directory all $(BUILD)/soak/kiosk
	@rm -rf $(BUILD)/soak/scratch && mkdir -p $(BUILD)/soak/scratch
	$(Q)$(BUILD)/soak/kiosk $(PACK) $(BUILD)/soak/scratch $(VISITS)

$(BUILD)/soak/kiosk: $(BUILD)/release/tests/soak/kiosk.o $(BUILD)/release/libazimut.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(KIOSK_LIBS) $(TEXTURE_CALLS:%=-Wl,--wrap=%)

$(BUILD)/asan/tests/fuzz/film: $(BUILD)/asan/tests/fuzz/film.o $(BUILD)/asan/libazimut.a
	$(Q)$(CC) $(FLAVOUR_asan) -o $@ $^ $(TESTS_LIBS)

$(BUILD)/fuzz/import: $(BUILD)/fuzz/tests/fuzz/import_fuzz.o $(BUILD)/fuzz/libazimut.a
	$(Q)clang $(FLAVOUR_fuzz) -fsanitize=fuzzer -o $@ $^ $(TOOLS_LIBS)

$(BUILD)/fuzz/libazimut.a: $(call objects,fuzz,$(KIOSK_SRC) $(TOOLS_SRC))
	@rm -f $@
	$(Q)ar rcs $@ $^

$(BUILD)/fuzz/%.o: %.c Makefile | $(WORDS) $(MESSAGES)
	@mkdir -p $(@D)
	$(Q)clang $(BASE_CFLAGS) $(FLAVOUR_fuzz) -fsanitize=fuzzer-no-link $(KIOSK_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tsan/azimut: $(call objects,tsan,kiosk/main.c $(KIOSK_SRC))
	$(Q)$(CC) $(FLAVOUR_tsan) -o $@ $^ $(KIOSK_LIBS)

$(BUILD)/tsan/%.o: %.c Makefile | $(WORDS) $(MESSAGES)
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE_CFLAGS) $(FLAVOUR_tsan) $(KIOSK_CFLAGS) -MMD -MP -c -o $@ $<

# ---- speed, each figure beside its peer: name value unit peer ratio ------------------------------------------------
BENCHES = $(patsubst tools/bench/%.c,$(BUILD)/bench/%,$(filter-out tools/bench/big_plan.c,$(wildcard tools/bench/*.c)))

bench: deps-bench
	@$(MAKE) --no-print-directory all $(BENCHES)
	@tools/bench/run.sh $(BUILD)

# Thousands of kiosks on one server take hours, and a megabyte and a half each in TMPDIR: not part of bench.
KIOSKS ?= 10000

bench-fleet: deps-bench
	@$(MAKE) --no-print-directory all
	@tools/bench/fleet.sh $(BUILD) $(KIOSKS)

$(BUILD)/bench/%: $(BUILD)/release/tools/bench/%.o $(BUILD)/release/tools/bench/big_plan.o $(BUILD)/release/libazimut.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(KIOSK_LIBS) $(shell $(PKG_CONFIG) --libs x11 xtst xdamage igraph)

# ---- the drawn clips of the demonstration, from their storyboards: all of them, or CLIPS=soudage --------------------------
CLIPS ?= $(basename $(notdir $(wildcard content/campus/clips/storyboards/*.story)))
CLIPS_SRC = $(wildcard tools/clips/*.c)

clips: deps-clips
	@$(MAKE) --no-print-directory $(BUILD)/storyboard
	@for id in $(CLIPS); do echo "  $$id"; \
	    tools/clips/make.sh $(BUILD)/storyboard content/campus/clips/storyboards/$$id.story content/campus/clips || exit 1; done

$(BUILD)/storyboard: $(call objects,release,$(CLIPS_SRC)) $(BUILD)/release/libazimut.a
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(shell $(PKG_CONFIG) --libs $(PKG_clips)) -lunistring -lm

$(BUILD)/asan/storyboard: $(call objects,asan,$(CLIPS_SRC)) $(BUILD)/asan/libazimut.a
	$(Q)$(CC) $(FLAVOUR_asan) -o $@ $^ $(shell $(PKG_CONFIG) --libs $(PKG_clips)) -lunistring -lm

$(BUILD)/release/tools/clips/%.o $(BUILD)/asan/tools/clips/%.o: KIOSK_CFLAGS += $(shell $(PKG_CONFIG) --cflags $(PKG_clips) 2>/dev/null)

# ---- man pages: what tools/man says, with the options that the programs say ---------------------------------------
man: $(PROGRAMS:%=$(BUILD)/man/%.1)

$(BUILD)/man/%.1: tools/man/%.in tools/man/make.sh $(BUILD)/%
	@mkdir -p $(@D)
	$(Q)tools/man/make.sh $(BUILD)/$* > $@

# ---- installing: PREFIX=/usr/local, DESTDIR before it; `make deb` makes Debian packages instead ---------------------
PREFIX ?= /usr/local
DESTDIR ?=

install: install-programs install-pack

install-programs: programs man
	install -D -m 755 -t $(DESTDIR)$(PREFIX)/bin $(PROGRAMS:%=$(BUILD)/%)
	ln -sf azimut $(DESTDIR)$(PREFIX)/bin/azimut-setup
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/man/man1 $(PROGRAMS:%=$(BUILD)/man/%.1)
	ln -sf azimut.1 $(DESTDIR)$(PREFIX)/share/man/man1/azimut-setup.1
	cd $(BUILD) && find new -type d -exec install -d $(DESTDIR)$(PREFIX)/share/azimut/{} \;
	cd $(BUILD) && find new -type f ! -name '.*' -exec install -m 644 {} $(DESTDIR)$(PREFIX)/share/azimut/{} \;

install-pack: $(PACK)
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/azimut $(PACK)

# A machine that is nothing but a kiosk: user, screen, services, sticks, /etc/azimut.
install-kiosk:
	tools/packaging/install-kiosk.sh "$(DESTDIR)" $(PREFIX)

deb: deps-deb
	@tools/packaging/deb.sh $(BUILD)/deb

# Longer than a test may take, and much to download: into a fresh Debian; on arm64; a machine that starts and fails.
test-deb: deb deps-machine
	@tests/packaging/deb/packages.sh $(BUILD)

test-arm64: deb deps-machine
	@tests/packaging/deb/arm64.sh $(BUILD)

test-boot: deb deps-machine
	@tests/packaging/deb/boot.sh $(BUILD)

# ---- the picture in kiosk/README.md, from kiosk/LAYERS ------------------------------------------------------------
picture: deps-picture
	$(Q)tools/layers.sh | dot -Tsvg | grep -v -e '^<!--' -e '^ -->$$' > kiosk/layers.svg

# ---- what the machine must have -------------------------------------------------------------------------------
deps:
	@tools/deps.sh run

deps-test:
	@tools/deps.sh run test

deps-bench:
	@tools/deps.sh run bench

deps-fuzz:
	@tools/deps.sh run fuzz

deps-clips:
	@tools/deps.sh run clips

deps-machine:
	@tools/deps.sh run machine

deps-deb:
	@tools/deps.sh run deb

deps-lint:
	@tools/deps.sh lint

deps-picture:
	@tools/deps.sh picture

clean:
	rm -rf $(BUILD)

.SECONDARY:
-include $(shell find $(BUILD) -path $(BUILD)/deb -prune -o -type f -name '*.d' -print 2>/dev/null)
$(BUILD)/release/kiosk/platform/paint/picture_draw.o $(BUILD)/asan/kiosk/platform/paint/picture_draw.o $(BUILD)/fuzz/kiosk/platform/paint/picture_draw.o $(BUILD)/tsan/kiosk/platform/paint/picture_draw.o: assets/gears.svg
$(BUILD)/release/kiosk/report/html.o $(BUILD)/asan/kiosk/report/html.o $(BUILD)/fuzz/kiosk/report/html.o $(BUILD)/tsan/kiosk/report/html.o: assets/report.css assets/report.js
$(foreach f,release asan fuzz,$(BUILD)/$(f)/tools/stats/push.o): tools/stats/fleet.sql
$(foreach f,release asan fuzz,$(BUILD)/$(f)/tools/fleet/page.o): assets/fleet.css
$(foreach f,release asan fuzz,$(BUILD)/$(f)/tools/studio/style.o): assets/studio.css assets/studio.js
