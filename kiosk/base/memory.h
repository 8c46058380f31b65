/* How the allocator is to behave in a program that runs for a year. */
#pragma once

/* Before any thread: pictures come and go, and given back to the system at once they leave no holes
   behind. Without this the allocator raises its own limit, and each thread keeps holes of its own:
   40 MB after a walk through everything. */
void memory_settle(void);

void memory_give_back(void); /* what lies free between what is kept; some milliseconds */
