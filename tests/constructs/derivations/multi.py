"""Derivations for multi/."""

from .common import cases, once

# In the scenario Red's revolt is in June itself, so both have come by June where Blue's has.
cases("multi/split/main", {"q": once(0.1, 6) * once(0.2, 6), "q in calm": once(0.2, 6)})
cases("multi/record/main", {"q": 0.3 * 17 / (0.3 * 17 + 0.7 * 3)})
