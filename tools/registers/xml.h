/* XML of any length as a stream of elements with their texts; nothing of it is kept. */
#pragma once

#include "tools/sources/report.h"

#include <stdbool.h>

enum { XML_DEPTH_MAX = 32, XML_TEXT_BYTES = 1 << 16 };

typedef struct XmlStream XmlStream;

typedef struct XmlReader {
    void *self;
    void (*begin)(void *self, XmlStream *stream, const char *element, const char **attribute);
    /* `text`: what stands in the element itself, up to XML_TEXT_BYTES, blanks at its ends taken
       off; it lives until this returns. Empty while the stream is told to skip texts. */
    void (*end)(void *self, XmlStream *stream, const char *element, Slice text);
} XmlReader;

/* False after a fault: the file is not there, or no well-formed XML. */
bool xml_read(Report *report, Slice file, const XmlReader *reader);

int xml_line(const XmlStream *stream);
bool xml_is(const char *element, const char *name);
int xml_depth(const XmlStream *stream); /* of the element at hand: 1 is the root */
void xml_skip_text(XmlStream *stream, bool skip);
