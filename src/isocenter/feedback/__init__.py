"""Feedback pages: what one student is told, in one file that asks nothing of the network.

The way of a hand-in's text to the page: `maths` and `clean` make it harmless, `cells` lays it out,
`page` puts it below a summary, `writing` puts the pages where nbgrader looks for them.
"""
