"""Scenarios of the manual: read, played against the real gateway with a real client, and judged."""
