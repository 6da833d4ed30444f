"""Waiting for what has to come, however busy the machine is."""
import time

# Far longer than anything takes: what has not come by then does not come.
GENEROUS = 60


def eventually(holds, seconds=GENEROUS):
    """What `holds()` gives as soon as it is true; what it gave last when it never was."""
    end = time.monotonic() + seconds
    while not (found := holds()) and time.monotonic() < end:
        time.sleep(0.05)
    return found
