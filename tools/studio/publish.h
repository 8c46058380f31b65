/* A campus becomes a signed pack on a stick, as a kiosk takes it: built, signed, put into the
   folder `azimut`. What lay there stays until the new one is whole. */
#pragma once

#include "tools/studio/job.h"

typedef struct PublishOrder {
    char key[PATH_MAX], target[PATH_MAX];
    char password[1024];
    bool raises; /* the number of the version, once it is known that the campus can be built */
} PublishOrder;

JobWork publish_work; /* of a PublishOrder from malloc */
void publish_forget(void *order);
