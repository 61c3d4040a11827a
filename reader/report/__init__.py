"""A report of what a library's coders made of its texts: pictures, agreement, and the passages behind every figure."""
