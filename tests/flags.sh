#!/bin/sh
# The program compiles where only it is to run: without the libraries of the tests the compiler is
# told of the others all the same.
if make -s flags PKG_tests=no-such-library | grep -q -- '-I/usr/include/postgresql'; then exit 0; fi
echo "make flags does not name the headers of libpq when a library of the tests is missing"
exit 1
