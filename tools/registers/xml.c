#include "tools/registers/xml.h"

#include "base/error.h"

#include "tools/sources/xml_why.h"

#include <errno.h>
#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct XmlStream {
    XML_Parser parser;
    const XmlReader *reader;
    int depth;
    bool skip, entity;
    int begun[XML_DEPTH_MAX]; /* where the text of each open element begins */
    int len;
    char text[XML_TEXT_BYTES];
};

int xml_line(const XmlStream *stream) {
    return (int)XML_GetCurrentLineNumber(stream->parser);
}

bool xml_is(const char *element, const char *name) {
    return strcmp(element, name) == 0;
}

int xml_depth(const XmlStream *stream) {
    return stream->depth;
}

void xml_skip_text(XmlStream *stream, bool skip) {
    stream->skip = skip;
}

/* ---- expat ----------------------------------------------------------------------------------- */

static void begin(void *self, const char *element, const char **attribute) {
    XmlStream *s = self;
    s->depth++;
    if (s->depth < XML_DEPTH_MAX)
        s->begun[s->depth] = s->len;
    s->reader->begin(s->reader->self, s, element, attribute);
}

static void end(void *self, const char *element) {
    XmlStream *s = self;
    int from = s->depth < XML_DEPTH_MAX ? s->begun[s->depth] : s->len;
    Slice text = slice_trim((Slice){s->text + from, s->len - from});
    s->reader->end(s->reader->self, s, element, text);
    s->len = from;
    s->depth--;
}

static void text(void *self, const char *at, int len) {
    XmlStream *s = self;
    if (s->skip)
        return;
    if (len > XML_TEXT_BYTES - s->len)
        len = XML_TEXT_BYTES - s->len;
    memcpy(s->text + s->len, at, (size_t)len);
    s->len += len;
}

/* An entity of one's own could only be there to grow. */
static void refuse_entity(void *self, const char *name, int is_parameter, const char *value,
                          int len, const char *base, const char *system, const char *public_id,
                          const char *notation) {
    (void)name, (void)is_parameter, (void)value, (void)len, (void)base, (void)system;
    (void)public_id, (void)notation;
    ((XmlStream *)self)->entity = true;
    XML_StopParser(((XmlStream *)self)->parser, XML_FALSE);
}

/* Latin-9, which France Travail writes: Latin-1 but for eight signs, the euro among them. */
static int know_encoding(void *self, const XML_Char *name, XML_Encoding *info) {
    static const int OTHERS[][2] = {{0xA4, 0x20AC}, {0xA6, 0x160}, {0xA8, 0x161}, {0xB4, 0x17D},
                                    {0xB8, 0x17E},  {0xBC, 0x152}, {0xBD, 0x153}, {0xBE, 0x178}};
    (void)self;
    if (strcasecmp(name, "ISO-8859-15") != 0)
        return XML_STATUS_ERROR;
    for (int i = 0; i < 256; i++)
        info->map[i] = i;
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        info->map[OTHERS[i][0]] = OTHERS[i][1];
    info->convert = NULL;
    info->release = NULL;
    info->data = NULL;
    return XML_STATUS_OK;
}

/* ---- the file -------------------------------------------------------------------------------- */

static bool parse(XmlStream *s, FILE *file) {
    static char bytes[1 << 16];
    size_t got;
    while ((got = fread(bytes, 1, sizeof bytes, file)) > 0)
        if (XML_Parse(s->parser, bytes, (int)got, 0) != XML_STATUS_OK)
            return false;
    return !ferror(file) && XML_Parse(s->parser, bytes, 0, 1) == XML_STATUS_OK;
}

static void say_broken(const XmlStream *s, Report *report, Slice path) {
    int line = xml_line(s), column = (int)XML_GetCurrentColumnNumber(s->parser) + 1;
    if (s->entity)
        report_fault_at(report, path, line, column,
                        "une déclaration d’entité n’a pas sa place ici ; l’effacer");
    else
        report_fault_at(report, path, line, column,
                        "ce fichier XML n’est pas bien formé ici (%s) ; le télécharger de nouveau",
                        xml_why(XML_GetErrorCode(s->parser)));
}

bool xml_read(Report *report, Slice path, const XmlReader *reader) {
    FILE *file = fopen(path.at, "rb");
    if (!file) {
        report_fault(report, path, 1, "ce fichier ne peut pas être lu : %s", error_why(errno));
        return false;
    }
    XmlStream *s = calloc(1, sizeof *s);
    if (!s)
        abort();
    s->reader = reader;
    s->parser = XML_ParserCreate(NULL);
    XML_SetUserData(s->parser, s);
    XML_SetElementHandler(s->parser, begin, end);
    XML_SetCharacterDataHandler(s->parser, text);
    XML_SetEntityDeclHandler(s->parser, refuse_entity);
    XML_SetUnknownEncodingHandler(s->parser, know_encoding, NULL);
    bool good = parse(s, file);
    if (!good)
        say_broken(s, report, path);
    XML_ParserFree(s->parser);
    free(s);
    fclose(file);
    return good;
}
