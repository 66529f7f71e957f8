"""Cells about what is displayed: representations, handles, clearing, figures, frames."""

CELLS = {
    "representations": [
        "class Html:\n    def _repr_html_(self):\n        return '<b>bold</b>'\nHtml()",
        "display(Html(), Html())",
        "class Bundle:\n    def _repr_mimebundle_(self, include=None, exclude=None):\n"
        "        return {'text/plain': 'p', 'application/x+json': {'a': [1]}}, {'m': 1}\nBundle()",
        "class Own:\n    def _ipython_display_(self):\n        print('own')\nOwn()",
        "class Bad:\n    def _repr_html_(self):\n        raise ValueError('bad')\n"
        "    def __repr__(self):\n        return 'plain'\nBad()",
        "class Worse:\n    def __repr__(self):\n        raise ValueError('worse')\nWorse()",
        "class Png:\n    def _repr_png_(self):\n"
        "        return b'\\x89PNG\\r\\n\\x1a\\nx', {'width': 3}\n"
        "Png()",
        "class Late:\n    def __repr__(self):\n        print('while printing')\n"
        "        return 'late'\n"
        "Late()",
        "class Plain:\n    pass\nPlain()",
        "list(range(2000))",
        "{'b': {1, 2}, 'a': [(1, 'x' * 90)] * 2}",
        "print, len, Plain, range(3), (i for i in [])",
        "get_ipython().display_formatter.formatters['text/html'].for_type("
        "complex, lambda z: '<i>z</i>')",
        "1j",
        "import fractions, decimal, datetime\nfractions.Fraction(1, 3), decimal.Decimal('1.5'), "
        "datetime.date(2020, 1, 1)",
    ],
    "IPython.display": [
        "from IPython import display as d\nd.HTML('<p>x</p>')",
        "d.display(d.Markdown('# x'), d.Latex('$x$'), d.Math('x'), d.SVG('<svg></svg>'))",
        "d.display(d.JSON({'a': [1]}), d.Javascript('1'), d.Code('x = 1', language='python'))",
        "d.display({'text/plain': 'raw', 'text/html': '<i>raw</i>'}, raw=True, metadata={'k': 1})",
        "d.display({'image/png': b'bytes', 'application/json': (1, 2)}, raw=True)",
        "d.display({'application/json': {'t': datetime.date(2020, 1, 1)}}, raw=True)",
        "d.display()",
        "d.display(1, include=['text/html'])",
        "d.Image(data=b'\\x89PNG\\r\\n\\x1a\\n', format='png', width=10)",
        "d.IFrame('page.html', 10, 20)",
        "open('here.txt', 'w').close()\nd.FileLink('here.txt')",
        "d.publish_display_data({'text/plain': 'published'})",
        "d.ProgressBar(3)",
        "d.display('x', metadata={'text/plain': {'k': 1}})",
        "d.Pretty('pretty')",
        "d.GeoJSON({'type': 'Point', 'coordinates': [0, 0]})",
    ],
    "widgets": [
        "import ipywidgets\nslider = ipywidgets.IntSlider(3)\nslider",
        "slider.value = 4\nslider.value",
        "@ipywidgets.interact(n=2)\ndef double(n):\n    return n * 2",
    ],
    "handles": [
        "handle = display('first', display_id=True)",
        "handle.update('second')",
        "named = display('a', display_id='named')\nprint('between')\n"
        "display('b', display_id='named')",
        "d.update_display('both', display_id='named')",
        "display('c', display_id='named')\nd.update_display('all', display_id='named')",
        "for i in range(3):\n    handle.update(i)",
        "d.update_display('nobody', display_id='unknown')",
        "handle.display('again')",
    ],
    "clearing": [
        "print('gone')\nd.clear_output()\nprint('kept')",
        "print('gone')\nd.clear_output(wait=True)\nprint('kept')",
        "print('stays')\nd.clear_output(wait=True)",
        "print('next')",
        "print('stays')\ndisplay('shown', display_id='cleared')\nd.clear_output()\n1",
        "d.update_display('no longer there', display_id='cleared')",
        "for i in range(3):\n    d.clear_output(wait=True)\n    print(i)\n    display(i)",
        "print('x')\nd.clear_output()\n1 / 0",
        "import sys\nprint('kept', file=sys.stderr)\nd.clear_output(wait=True)\n3",
    ],
    "figures": [
        "import matplotlib, matplotlib.pyplot as plt\nmatplotlib.get_backend()",
        "plt.plot([1, 2])",
        "plt.get_fignums()",
        "figure, axes = plt.subplots(figsize=(1, 1))\naxes.set_axis_off()\n"
        "print('printed before the figure')",
        "figure",
        "plt.figure(figsize=(1, 1)); plt.show(); print('after')",
        "plt.figure(figsize=(1, 1)); plt.figure(figsize=(2, 1)); 'two'",
        "plt.figure(figsize=(1, 1)); plt.close()",
        "plt.figure(figsize=(1, 1)); 1 / 0",
        "%config InlineBackend.figure_format = 'svg'\nmatplotlib.rcParams['svg.hashsalt'] = 'x'",
        "matplotlib.rcParams['svg.fonttype'] = 'none'\nplt.figure(figsize=(1, 1));",
        "%config InlineBackend.figure_formats = ['png', 'jpeg']",
        "plt.figure(figsize=(1, 1));",
        "%config InlineBackend.figure_format = 'retina'",
        "plt.figure(figsize=(1, 1));",
        "%config InlineBackend.figure_format = 'png'\n%config InlineBackend.close_figures = False",
        "open_one = plt.figure(figsize=(1, 1))",
        "plt.get_fignums()",
        "plt.close('all')\n%config InlineBackend.close_figures = True",
        "%config InlineBackend.close_figures",
        "%matplotlib nothing",
        "%matplotlib inline\nplt.figure(figsize=(1, 1), facecolor='none');",
        "plt.ioff()\nplt.figure(figsize=(1, 1));",
        "plt.ion()\nplt.close('all')",
        "with plt.ioff():\n    hidden = plt.figure(figsize=(1, 1))\nhidden",
        "class Broken(matplotlib.artist.Artist):\n    def draw(self, renderer):\n"
        "        raise ValueError('broken')\n"
        "figure = plt.figure(figsize=(1, 1)); a = figure.add_artist(Broken())",
        "plt.close('all')\nmatplotlib.use('agg')\nplt.figure(figsize=(1, 1));",
    ],
    "frames and arrays": [
        "import numpy as np\nnp.arange(3), np.float64(1.5), np.zeros((2, 2))",
        "np.zeros((2000, 2))",
        "import pandas as pd\npd.DataFrame({'a': [1, 2], 'b': ['x', None]})",
        "pd.Series([1.5, 2], name='s')",
        "pd.DataFrame({'a': range(100)})",
        "with pd.option_context('display.max_rows', 4):\n"
        "    display(pd.DataFrame({'a': range(9)}))",
        "pd.DataFrame({'a': [1]}).style.set_uuid('u')",
        "pd.DataFrame({'a': [1]})['b']",
    ],
}
