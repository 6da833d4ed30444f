"""All cases, in the order of the attacks' ids."""
import importlib
import pkgutil

from case import Case


def all_cases() -> list[Case]:
    cases: list[Case] = []
    for module in pkgutil.iter_modules(__path__):
        made = importlib.import_module(f"{__name__}.{module.name}").cases()
        if not made:
            raise ValueError(f"{module.name} makes no cases")
        cases += made
    names = [case.name for case in cases]
    twice = {name for name in names if names.count(name) > 1} if len(set(names)) != len(names) else set()
    if twice:
        raise ValueError(f"the catalogue has these twice: {sorted(twice)}")
    return sorted(cases, key=lambda case: case.attack)
