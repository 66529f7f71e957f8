"""Pictures of the class report, as SVG that needs no style and no script."""

from markupsafe import Markup, escape

from isocenter.reports.statistics import Facts

INK, SOFT = "#1c2430", "#566070"
# Dark to light, so that they also differ without colour.
SHADES = (
    ("all points", "#14532d"),
    ("some", "#3f8f5f"),
    ("none", "#d9822b"),
    ("no score yet", "#c9ced8"),
)
FONT = 'font-family="system-ui, sans-serif" font-size="13"'


def distribution(shares: list[float]) -> Markup:
    """Return a histogram of shares of the points, in tenths; the last bar holds 90 % and more."""
    counts = [0] * 10
    for share in shares:
        counts[min(int(share * 10 + 1e-9), 9)] += 1
    tallest = max([*counts, 1])
    parts = []
    for n, count in enumerate(counts):
        height = round(150 * count / tallest, 1)
        left, top = 12 + 39 * n, 180 - height
        parts.append(
            f'<rect x="{left + 3}" y="{top}" width="33" height="{height}" fill="#1f5f9e"/>'
        )
        if count:
            parts.append(_label(left + 19.5, top - 6, str(count), INK))
        parts.append(_label(left, 200, f"{10 * n}", SOFT))
    parts.append(_label(402, 200, "100", SOFT))
    parts.append(f'<path d="M12 180.5H402" stroke="{SOFT}"/>')
    parts.append(_label(207, 224, "share of the points that were given, in %", SOFT))
    said = ", ".join(
        f"{count} between {10 * n} and {10 * n + 10} %" for n, count in enumerate(counts) if count
    )
    words = f"Hand-ins by their share of the points: {said or 'none'}."
    return Markup(
        f'<svg class="chart" viewBox="0 0 420 232" role="img" aria-label="{escape(words)}">'
        f"{''.join(parts)}</svg>"
    )


def key() -> list[tuple[str, Markup]]:
    """Return what the shades of `parts` mean, each with a square of it."""
    square = '<svg viewBox="0 0 10 10" width="13" height="13" aria-hidden="true">'
    return [
        (words, Markup(f'{square}<rect width="10" height="10" fill="{colour}"/></svg>'))
        for words, colour in SHADES
    ]


def parts(one: Facts) -> Markup:
    """Return a bar for a question: how many hand-ins have all, some, none of its points."""
    counts = (one.full, one.some, one.none, one.open)
    total, left, made = sum(counts) or 1, 0.0, []
    for (_, colour), count in zip(SHADES, counts, strict=True):
        width = 400 * count / total
        if count:
            shape = f'x="{left:.1f}" width="{max(width - 1, 1):.1f}" height="14"'
            made.append(f'<rect {shape} fill="{colour}"/>')
        left += width
    said = f"{one.full} all points, {one.some} some, {one.none} none, {one.open} no score yet"
    return Markup(
        '<svg class="parts" viewBox="0 0 400 14" preserveAspectRatio="none" role="img" '
        f'aria-label="{said}">{"".join(made)}</svg>'
    )


def _label(x: float, y: float, text: str, colour: str) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="middle"'
    return f'<text {place} fill="{colour}" {FONT}>{escape(text)}</text>'
