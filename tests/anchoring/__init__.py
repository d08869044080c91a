"""How well notes find their passages again after a page was edited and parsed anew: pages, edits, truth, measures."""
