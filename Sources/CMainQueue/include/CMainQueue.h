#pragma once

// What libdispatch exports for run loops: CoreFoundation serves the main queue with these two on Linux.
extern int _dispatch_get_main_queue_handle_4CF(void);
extern void _dispatch_main_queue_callback_4CF(void *ignored);

/// A descriptor that can be read when the main queue has work. Ask before the first work is queued.
static inline int main_queue_handle(void) { return _dispatch_get_main_queue_handle_4CF(); }

/// Does what the main queue has, on the thread of `main`.
static inline void main_queue_serve(void) { _dispatch_main_queue_callback_4CF(0); }
