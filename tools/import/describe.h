/* What the tags of a space say of it: its kind, who may enter, what it is called. */
#pragma once

#include "tools/import/draft.h"
#include "tools/import/naming.h"

SpaceKind describe_kind(const OsmObject *object);
PlanAccess describe_access(const OsmObject *object);
int describe_priority(const PlanDraft *draft, const OsmObject *object); /* of its label */
void describe_name(const PlanDraft *draft, const OsmObject *object,
                   PlanSpace *space); /* its kind and ref are known already */
/* The forms of a name, with the articles that the author tells; warns where one is to be told. */
void describe_articles(const PlanDraft *draft, const OsmObject *object, Naming naming,
                       PlanName *name);
bool describe_is_shaft(SpaceKind kind);
