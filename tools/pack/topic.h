/* A topic as its author writes it, in Markdown, becomes blocks. */
#pragma once

#include "content/pack.h"
#include "tools/pack/yaml_schema.h"

/* What a button or a chart refers to, kept until every record is known. */
typedef struct TopicSource {
    Slice title, lead;
    Block *block;
    Slice *target; /* of each block; "" for none */
    int *line;     /* where each block was written */
    int count, sections;
} TopicSource;

/* Reads one language of a topic; every fault has its line. */
void topic_read(const YamlSchema *schema, Slice bytes, Lang lang, TopicSource *topic);
