"""A picture of plot_stat_map, wrapped in HTML: nothing to click through.

fails: save_viewer_example, save_viewer_page, save_viewer_background, save_viewer_overlay
says: not a page of nilearn
"""

import base64
import io
from pathlib import Path

from nilearn import plotting


def save_viewer(stat, background, path):
    view = plotting.plot_stat_map(stat, bg_img=background)
    buffer = io.BytesIO()
    view.frame_axes.figure.savefig(buffer)
    code = base64.b64encode(buffer.getvalue()).decode()
    Path(path).write_text(f'<img src="data:image/png;base64,{code}" alt="map">', encoding="utf-8")
