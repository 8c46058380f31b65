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
FLAVOUR_tsan = -O1 -g -fsanitize=thread
FLAVOUR_asan = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined
PKG_kiosk = sdl2 SDL2_ttf SDL2_image sqlite3 fontconfig libsodium libavformat libavcodec libswresample libswscale libavutil
PKG_tools = yaml-0.1 libcmark expat sqlite3 SDL2_image
PKG_tests = cmocka
KIOSK_CFLAGS = $(shell pkg-config --cflags $(PKG_kiosk) $(PKG_tools) $(PKG_tests) 2>/dev/null)
KIOSK_LIBS = $(shell pkg-config --libs $(PKG_kiosk)) -lunistring -lm -pthread
TOOLS_LIBS = $(shell pkg-config --libs $(PKG_tools))
TESTS_LIBS = $(shell pkg-config --libs $(PKG_tests))

KIOSK_SRC = $(wildcard kiosk/*/*.c)
TOOLS_SRC = $(wildcard tools/pack/*.c)
TEST_SRC = $(wildcard tests/*_test.c tests/*/*_test.c tests/*/*/*_test.c)
TEST_HELP_SRC = $(wildcard tests/support/*.c)
CONTENT = $(shell find content/campus -type f 2>/dev/null)

objects = $(patsubst %.c,$(BUILD)/$(1)/%.o,$(2))
TEST_BIN = $(patsubst %.c,$(BUILD)/asan/%,$(TEST_SRC))

.PHONY: all run tour test check race fuzz bench content deps deps-test deps-bench clean
all: $(BUILD)/azimut $(BUILD)/azimut-pack $(PACK)

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

$(BUILD)/azimut-pack: $(call objects,release,$(TOOLS_SRC) $(KIOSK_SRC))
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(TOOLS_LIBS) $(KIOSK_LIBS)

$(PACK): $(BUILD)/azimut-pack $(CONTENT)
	$(Q)$(BUILD)/azimut-pack build content/campus -o $@

$(BUILD)/release/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE_CFLAGS) $(FLAVOUR_release) $(KIOSK_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/asan/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE_CFLAGS) -Itests $(FLAVOUR_asan) $(KIOSK_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tsan/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE_CFLAGS) $(FLAVOUR_tsan) $(KIOSK_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tsan/azimut: $(call objects,tsan,kiosk/main.c $(KIOSK_SRC))
	$(Q)$(CC) $(FLAVOUR_tsan) -o $@ $^ $(KIOSK_LIBS)

# ---- tests: each file is a program; all run under AddressSanitizer and UBSan -------------------------------------
test: deps-test
	@$(MAKE) --no-print-directory check

check: all $(TEST_BIN) $(BUILD)/asan/azimut $(BUILD)/asan/azimut-pack
	@tests/run.sh $(BUILD) $(TEST_BIN)

$(BUILD)/asan/azimut: $(call objects,asan,kiosk/main.c $(KIOSK_SRC))
	$(Q)$(CC) $(FLAVOUR_asan) -o $@ $^ $(KIOSK_LIBS)

$(BUILD)/asan/azimut-pack: $(call objects,asan,$(TOOLS_SRC) $(KIOSK_SRC))
	$(Q)$(CC) $(FLAVOUR_asan) -o $@ $^ $(TOOLS_LIBS) $(KIOSK_LIBS)

$(BUILD)/asan/libazimut.a: $(call objects,asan,$(KIOSK_SRC) $(filter-out %/main.c,$(TOOLS_SRC)) $(TEST_HELP_SRC))
	@rm -f $@
	$(Q)ar rcs $@ $^

$(BUILD)/asan/tests/%_test: $(BUILD)/asan/tests/%_test.o $(BUILD)/asan/libazimut.a
	$(Q)$(CC) $(FLAVOUR_asan) -o $@ $^ $(TOOLS_LIBS) $(KIOSK_LIBS) $(TESTS_LIBS)

# ---- what takes longer: threads that meet, films that are broken in every way (ROUNDS=n SEED=n) ---------------------------
race: deps-test
	@$(MAKE) --no-print-directory all $(BUILD)/tsan/azimut
	@tests/race.sh $(BUILD)

ROUNDS ?= 3000
SEED ?= 1
fuzz: deps-test
	@$(MAKE) --no-print-directory $(BUILD)/asan/tests/fuzz/film
	@tests/fuzz/run.sh $(BUILD) $(ROUNDS) $(SEED)

$(BUILD)/asan/tests/fuzz/film: $(BUILD)/asan/tests/fuzz/film.o $(BUILD)/asan/libazimut.a
	$(Q)$(CC) $(FLAVOUR_asan) -o $@ $^ $(TOOLS_LIBS) $(KIOSK_LIBS) $(TESTS_LIBS)

# ---- speed, each figure beside its peer: name value unit peer ratio ------------------------------------------------
bench: deps-bench
	@$(MAKE) --no-print-directory all $(BUILD)/bench/floor $(BUILD)/bench/outside $(BUILD)/bench/inside \
	    $(BUILD)/bench/film
	@tools/bench/run.sh $(BUILD)

$(BUILD)/bench/floor: $(BUILD)/release/tools/bench/floor.o
	@mkdir -p $(@D)
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(KIOSK_LIBS)

$(BUILD)/bench/outside: $(BUILD)/release/tools/bench/outside.o
	@mkdir -p $(@D)
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(shell pkg-config --libs x11 xtst)

$(BUILD)/bench/film: $(call objects,release,tools/bench/film.c $(KIOSK_SRC))
	@mkdir -p $(@D)
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(KIOSK_LIBS)

$(BUILD)/bench/inside: $(call objects,release,tools/bench/inside.c $(KIOSK_SRC))
	@mkdir -p $(@D)
	$(Q)$(CC) $(FLAVOUR_release) -o $@ $^ $(KIOSK_LIBS)

# ---- what the machine must have -------------------------------------------------------------------------------
deps:
	@tools/deps.sh run

deps-test:
	@tools/deps.sh run test

deps-bench:
	@tools/deps.sh run bench

clean:
	rm -rf $(BUILD)

.SECONDARY:
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
$(BUILD)/release/kiosk/platform/pictures.o $(BUILD)/tsan/kiosk/platform/pictures.o $(BUILD)/asan/kiosk/platform/pictures.o: assets/gears.svg
