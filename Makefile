# Azimut. Two commands are enough: `make run` opens the kiosk, `make test` proves it.
# WINDOW=1280x720 opens a window instead of the full screen; BUILD=dir builds elsewhere; V=1 shows the commands.

BUILD ?= build
WINDOW ?=
CC ?= cc
V ?=
Q = $(if $(V),,@echo "  $@";)
PACK = $(BUILD)/campus.pack

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes -Wstrict-prototypes -Wvla -Wformat=2
BASE_CFLAGS = -std=c11 -D_GNU_SOURCE -Ikiosk -Itools -Iassets $(WARN) $(EXTRA_CFLAGS)
FLAVOUR_release = -O2 -g
FLAVOUR_asan = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined
PKG_kiosk = sdl2 SDL2_ttf SDL2_image sqlite3 fontconfig libsodium libqrencode
PKG_tools = yaml-0.1 libcmark expat sqlite3 SDL2_image geos
PKG_tests = cmocka
KIOSK_CFLAGS = $(shell pkg-config --cflags $(PKG_kiosk) $(PKG_tools) $(PKG_tests) 2>/dev/null)
KIOSK_LIBS = $(shell pkg-config --libs $(PKG_kiosk)) -lunistring -lm -pthread
TOOLS_LIBS = $(shell pkg-config --libs $(PKG_tools))
TESTS_LIBS = $(shell pkg-config --libs $(PKG_tests))

KIOSK_SRC = $(wildcard kiosk/*/*.c)
PACK_SRC = $(wildcard tools/pack/*.c) $(filter-out tools/map/main.c,$(wildcard tools/map/*.c))
MAP_SRC = tools/map/main.c $(filter-out tools/pack/main.c,$(PACK_SRC))
QUIZ_SRC = $(wildcard tools/quiz/*.c)
TEST_SRC = $(wildcard tests/*_test.c tests/*/*_test.c tests/*/*/*_test.c)
TEST_HELP_SRC = $(wildcard tests/support/*.c)
CONTENT = $(shell find content/campus -type f 2>/dev/null)

objects = $(patsubst %.c,$(BUILD)/$(1)/%.o,$(2))
TEST_BIN = $(patsubst %.c,$(BUILD)/asan/%,$(TEST_SRC))

.PHONY: all run tour test check bench fuzz content deps deps-test deps-bench deps-fuzz clean
all: $(BUILD)/azimut $(BUILD)/azimut-pack $(BUILD)/azimut-map $(BUILD)/azimut-quiz $(PACK)

# ---- running ------------------------------------------------------------------------------------------------
run: deps
	@$(MAKE) --no-print-directory all
	@tools/run.sh $(BUILD) $(WINDOW)

tour: all
	@tools/tour.sh $(BUILD)

content: $(PACK)

# ---- programs -----------------------------------------------------------------------------------------------
$(BUILD)/azimut: $(call objects,release,kiosk/main.c $(KIOSK_SRC))
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(KIOSK_LIBS)

$(BUILD)/azimut-pack: $(call objects,release,$(PACK_SRC) $(KIOSK_SRC))
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(TOOLS_LIBS) $(KIOSK_LIBS)

$(BUILD)/azimut-map: $(call objects,release,$(MAP_SRC) $(KIOSK_SRC))
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(TOOLS_LIBS) $(KIOSK_LIBS)

$(BUILD)/azimut-quiz: $(call objects,release,$(QUIZ_SRC) $(KIOSK_SRC))
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(KIOSK_LIBS)

$(PACK): $(BUILD)/azimut-pack $(CONTENT)
	$(Q)$(BUILD)/azimut-pack build content/campus -o $@

$(BUILD)/release/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE_CFLAGS) $(FLAVOUR_release) $(KIOSK_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/asan/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE_CFLAGS) -Itests $(FLAVOUR_asan) $(KIOSK_CFLAGS) -MMD -MP -c -o $@ $<

# ---- tests: each file is a program; all run under AddressSanitizer and UBSan -------------------------------------
test: deps-test
	@$(MAKE) --no-print-directory check

check: all $(TEST_BIN) $(BUILD)/asan/azimut $(BUILD)/asan/azimut-pack $(BUILD)/asan/azimut-map $(BUILD)/asan/azimut-quiz
	@tests/run.sh $(BUILD) $(TEST_BIN)

$(BUILD)/asan/azimut: $(call objects,asan,kiosk/main.c $(KIOSK_SRC))
	$(Q)$(CC) $(FLAVOUR_asan) -o $@ $^ $(KIOSK_LIBS)

$(BUILD)/asan/azimut-pack: $(call objects,asan,$(PACK_SRC) $(KIOSK_SRC))
	$(Q)$(CC) $(FLAVOUR_asan) -o $@ $^ $(TOOLS_LIBS) $(KIOSK_LIBS)

$(BUILD)/asan/azimut-map: $(call objects,asan,$(MAP_SRC) $(KIOSK_SRC))
	$(Q)$(CC) $(FLAVOUR_asan) -o $@ $^ $(TOOLS_LIBS) $(KIOSK_LIBS)

$(BUILD)/asan/azimut-quiz: $(call objects,asan,$(QUIZ_SRC) $(KIOSK_SRC))
	$(Q)$(CC) $(FLAVOUR_asan) -o $@ $^ $(KIOSK_LIBS)

$(BUILD)/asan/libazimut.a: $(call objects,asan,$(KIOSK_SRC) $(filter-out %/main.c,$(PACK_SRC) $(QUIZ_SRC)) $(TEST_HELP_SRC))
	@rm -f $@
	$(Q)ar rcs $@ $^

$(BUILD)/asan/tests/%_test: $(BUILD)/asan/tests/%_test.o $(BUILD)/asan/libazimut.a
	$(Q)$(CC) $(FLAVOUR_asan) -o $@ $^ $(TOOLS_LIBS) $(KIOSK_LIBS) $(TESTS_LIBS)

# ---- hostile input, as long as FUZZ_S says: what is found stays in build/fuzz and belongs into tests/corpus ---------------------
FUZZ_S ?= 60
FLAVOUR_fuzz = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined
FUZZ_SRC = $(filter-out tools/pack/main.c,$(PACK_SRC)) $(wildcard kiosk/base/*.c kiosk/campus/*.c kiosk/pack/*.c kiosk/ui/icon.c)

fuzz: deps-fuzz
	@$(MAKE) --no-print-directory $(BUILD)/fuzz/import
	@mkdir -p $(BUILD)/fuzz/found
	$(Q)cd $(BUILD)/fuzz && ./import -max_total_time=$(FUZZ_S) -max_len=65536 -timeout=20 -rss_limit_mb=2048 -dict=$(CURDIR)/tests/fuzz/osm.dict \
	    found $(CURDIR)/tests/corpus/osm

$(BUILD)/fuzz/import: $(call objects,fuzz,tests/fuzz/import_fuzz.c $(FUZZ_SRC))
	$(Q)clang $(FLAVOUR_fuzz) -fsanitize=fuzzer -o $@ $^ $(TOOLS_LIBS) $(shell pkg-config --libs sqlite3) -lunistring -lm -pthread

$(BUILD)/fuzz/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(Q)clang $(BASE_CFLAGS) $(FLAVOUR_fuzz) -fsanitize=fuzzer-no-link $(KIOSK_CFLAGS) -MMD -MP -c -o $@ $<

# ---- speed, each figure beside its peer: name value unit peer ratio ------------------------------------------------
bench: deps-bench
	@$(MAKE) --no-print-directory all $(BUILD)/bench/floor $(BUILD)/bench/outside $(BUILD)/bench/inside $(BUILD)/bench/quiz \
		$(BUILD)/bench/building $(BUILD)/bench/route $(BUILD)/bench/map
	@tools/bench/run.sh $(BUILD)

$(BUILD)/bench/floor: $(BUILD)/release/tools/bench/floor.o
	@mkdir -p $(@D)
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(KIOSK_LIBS)

$(BUILD)/bench/outside: $(BUILD)/release/tools/bench/outside.o
	@mkdir -p $(@D)
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(shell pkg-config --libs x11 xtst)

$(BUILD)/bench/inside: $(call objects,release,tools/bench/inside.c $(KIOSK_SRC))
	@mkdir -p $(@D)
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(KIOSK_LIBS)

$(BUILD)/bench/route: $(call objects,release,tools/bench/route.c tools/bench/big_plan.c $(KIOSK_SRC))
	@mkdir -p $(@D)
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(KIOSK_LIBS) $(shell pkg-config --libs igraph)

$(BUILD)/bench/map: $(call objects,release,tools/bench/map.c tools/bench/big_plan.c $(KIOSK_SRC))
	@mkdir -p $(@D)
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(KIOSK_LIBS)

$(BUILD)/bench/building: $(BUILD)/release/tools/bench/building.o
	@mkdir -p $(@D)
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ -lm

$(BUILD)/bench/quiz: $(call objects,release,tools/bench/quiz.c tools/quiz/pupils.c $(KIOSK_SRC))
	@mkdir -p $(@D)
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(KIOSK_LIBS)

# ---- what the machine must have -------------------------------------------------------------------------------
deps:
	@tools/deps.sh run

deps-test:
	@tools/deps.sh run test

deps-bench:
	@tools/deps.sh run bench

deps-fuzz:
	@tools/deps.sh run fuzz

clean:
	rm -rf $(BUILD)

.SECONDARY:
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
$(BUILD)/release/kiosk/platform/pictures.o $(BUILD)/asan/kiosk/platform/pictures.o: assets/gears.svg
