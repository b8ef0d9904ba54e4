"""Whether one polygon is inside another: every point of one against every edge of the other."""

from station.pet.compiled import kernel
from station.pet.volume import FloatArray


@kernel
def all_inside(outer: FloatArray, points: FloatArray, tolerance: float) -> bool:
    """Whether each point is inside a polygon (even-odd) or within `tolerance` of its path.

    Both (n, 2) as (row, column).
    """
    for p in range(len(points)):
        r, c = points[p, 0], points[p, 1]
        inside = False
        for e in range(len(outer)):
            r0, c0 = outer[e, 0], outer[e, 1]
            r1, c1 = outer[e - 1, 0], outer[e - 1, 1]
            if (r0 > r) != (r1 > r) and c < c0 + (r - r0) * (c1 - c0) / (r1 - r0):
                inside = not inside
        if inside:
            continue
        near = False
        for e in range(len(outer)):
            r0, c0 = outer[e, 0], outer[e, 1]
            along_r, along_c = outer[e - 1, 0] - r0, outer[e - 1, 1] - c0
            squared = along_r**2 + along_c**2
            part = 0.0
            if squared > 0:
                part = min(max(((r - r0) * along_r + (c - c0) * along_c) / squared, 0.0), 1.0)
            aside = (r - r0 - part * along_r) ** 2 + (c - c0 - part * along_c) ** 2
            if aside <= tolerance**2:
                near = True
                break
        if not near:
            return False
    return True
