"""What both sides have under the same name: modules, functions and classes of libraries."""

import sys
import types
from typing import Any

import numpy as np

from isocenter.engine.wire import ProtocolError

# Libraries that are the same on both sides: their modules, functions and classes cross by name.
LIBRARIES = frozenset(sys.stdlib_module_names) - {"__main__"} | {
    "matplotlib",
    "nibabel",
    "nilearn",
    "numpy",
    "pandas",
    "scipy",
    "sklearn",
}


def library_name(thing: Any) -> tuple[str, str] | None:
    """Return module and qualified name where both sides have the same object under them.

    A function or class that somebody patched into a library is not found: it is another object.
    """
    if isinstance(thing, types.ModuleType):
        name = thing.__dict__.get("__name__")
        found = type(name) is str and sys.modules.get(name) is thing
        return (name, "") if found and name.partition(".")[0] in LIBRARIES else None
    module = told(thing, "__module__") or ""
    name = told(thing, "__qualname__") or told(thing, "__name__")
    if isinstance(thing, types.BuiltinFunctionType) and not module:
        return None
    if type(thing).__module__ == "numpy" and type(thing).__name__ == "ufunc":
        module = module or "numpy"
    if type(module) is not str or type(name) is not str:
        return None
    if module.partition(".")[0] not in LIBRARIES or "<" in name:
        return None
    found = sys.modules.get(module)
    for part in name.split("."):
        found = getattr(found, part, None)
    return (module, name) if found is thing else None


def told(thing: Any, name: str) -> Any:
    """Return an attribute, None where asking for it is answered with whatever exception."""
    try:
        return getattr(thing, name, None)
    except Exception:  # a `__getattr__` of a student's
        return None


BUILTIN_TYPES = frozenset(
    (bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset, object, type(None))
)


def is_harmless(thing: Any) -> bool:
    """Whether the tests' side may take an object of a library's because student code named it.

    It would call it in its own process: so no functions, and of classes those that only make data.
    """
    if isinstance(thing, types.ModuleType | np.ufunc):
        return True
    if not isinstance(thing, type):
        return False
    return thing in BUILTIN_TYPES or issubclass(thing, BaseException | np.generic)


def from_library(module: str, name: str) -> Any:
    """Return the object that `library_name` named.

    Raises
    ------
    ProtocolError
    """
    if type(module) is not str or type(name) is not str:
        raise ProtocolError("that is no name")
    if module.partition(".")[0] not in LIBRARIES:
        raise ProtocolError("that is none of the libraries that both sides have")
    try:
        found = sys.modules[module]  # never imported on somebody's word
        for part in name.split(".") if name else []:
            if part.startswith("__"):
                raise ProtocolError("that is no public name")
            found = getattr(found, part)
    except (AttributeError, KeyError):
        raise ProtocolError(f"there is no {module}.{name} here") from None
    if name and not isinstance(found, type) and not callable(found):
        raise ProtocolError("that is neither a function nor a class")
    return found
