#include "base/fault.h"

#include <stdarg.h>
#include <stdio.h>

bool fault_set(Fault *fault, const char *format, ...) {
    va_list list;
    va_start(list, format);
    vsnprintf(fault->text, sizeof fault->text, format, list);
    va_end(list);
    return false;
}
