"""Views as charts, in SVG or PNG. Altair and vl-convert, which draw them, come with the extra `charts`."""
