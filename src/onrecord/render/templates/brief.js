"use strict";
(() => {
  const root = document.documentElement;
  const body = document.body;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const words = (value) => (value || "").split(" ").filter(Boolean);
  const lines = all(".line");
  const card = one("#card");
  const help = one("#help");
  const layerOf = { s: "statements", e: "events", f: "findings", a: "actors" };
  let current = -1;

  root.classList.add("js");

  const isNarrow = () => getComputedStyle(one(".views")).display !== "none";
  const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const scrollTo = (element, block) =>
    element && element.scrollIntoView({ block, behavior: isCalm() ? "auto" : "smooth" });

  function show(view) {
    body.dataset.view = view;
    for (const button of all("[data-show]")) button.setAttribute("aria-pressed", button.dataset.show === view);
  }

  function unmark() {
    for (const element of all(".on, .near, .chosen, .cited")) element.classList.remove("on", "near", "chosen", "cited");
    for (const line of all(".line [aria-current]")) line.removeAttribute("aria-current");
  }

  function clear() {
    unmark();
    current = -1;
    card.hidden = true;
    one("#status").textContent = "Choice cleared";
    history.replaceState(null, "", location.pathname + location.search);
  }

  const marked = (attribute, keys) => (keys.length ? all(keys.map((key) => `[data-${attribute}~="${key}"]`).join(",")) : []);

  function mark(numbers, keys) {
    const passages = marked("p", numbers).filter((element) => element.matches(".g, .passages li"));
    for (const element of passages) element.classList.add("on");
    const texts = passages.filter((element) => element.matches(".g"));
    if (texts.length) return texts;
    const near = marked("r", keys).filter((element) => element.matches(".g"));
    for (const element of near) element.classList.add("near");
    return near;
  }

  function copies(keys) {
    return keys.flatMap((key) => {
      const copy = document.getElementById(key)?.cloneNode(true);
      if (copy) copy.removeAttribute("id");
      return copy ? [copy] : [];
    });
  }

  function fill(title, keys, citing) {
    one(".card-title").textContent = title;
    one(".card-records").replaceChildren(...copies(keys));
    one(".card-lines").replaceChildren(
      ...citing.map((line) => {
        const link = document.createElement("a");
        link.href = `#${line.id}`;
        link.textContent = one(".pick", line).textContent;
        return link;
      }),
    );
    card.hidden = false;
    card.scrollTop = 0;
    one("#status").textContent = title;
  }

  function chooseLine(index) {
    const line = lines[index];
    if (!line) return;
    const numbers = words(line.dataset.p);
    const keys = words(line.dataset.r);
    unmark();
    current = index;
    line.classList.add("chosen");
    const pick = one(".pick", line);
    pick.setAttribute("aria-current", "true");
    const passages = numbers.length === 1 ? "1 passage" : `${numbers.length} passages`;
    fill(`Line ${index + 1} of ${lines.length} · ${passages}`, keys, isNarrow() ? [line] : []);
    const [first] = mark(numbers, keys);
    (pick.matches("a") ? pick : line).focus({ preventScroll: true });
    scrollTo(line, "nearest");
    if (first && isNarrow()) show("texts");
    scrollTo(first, "start");
    history.replaceState(null, "", `#${line.id}`);
  }

  function chooseSegment(segment) {
    const keys = words(segment.dataset.r).filter((key) => !body.classList.contains(`no-${layerOf[key[0]]}`));
    const numbers = words(segment.dataset.p);
    if (!keys.length && !numbers.length) return;
    unmark();
    const citing = lines.filter(
      (line) =>
        words(line.dataset.p).some((number) => numbers.includes(number)) ||
        words(line.dataset.r).some((key) => keys.includes(key)),
    );
    for (const line of citing) line.classList.add("cited");
    current = citing.length ? lines.indexOf(citing[0]) : -1;
    mark(numbers, keys.slice(0, 1));
    segment.classList.add(numbers.length ? "on" : "near");
    const cited = citing.length === 1 ? "cited by 1 line" : `cited by ${citing.length} lines`;
    fill(citing.length ? `In the text · ${cited}` : "In the text · in no line of the brief", keys, citing);
    scrollTo(citing[0], "nearest");
  }

  function choosePassage(number) {
    unmark();
    const found = mark([number], []);
    if (found.length && isNarrow()) show("texts");
    scrollTo(found.find((element) => element.matches(".g")), "start");
    const keys = [...new Set(found.flatMap((element) => words(element.dataset.r)))].filter((key) => /^[se]/.test(key));
    const citing = lines.filter((line) => words(line.dataset.p).includes(number));
    for (const line of citing) line.classList.add("cited");
    current = citing.length ? lines.indexOf(citing[0]) : -1;
    fill(`Passage ${number}`, keys, citing);
  }

  const step = (by) => {
    if (isNarrow()) show("brief");
    chooseLine(current < 0 ? (by > 0 ? 0 : lines.length - 1) : Math.min(Math.max(current + by, 0), lines.length - 1));
  };

  function toggleLayer(button) {
    if (!button || button.disabled) return;
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", on);
    body.classList.toggle(`no-${button.dataset.layer}`, !on);
  }

  function isDark() {
    return (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  }

  function setTheme(theme) {
    if (theme) root.dataset.theme = theme;
    one("#theme").setAttribute("aria-pressed", isDark());
  }

  function follow(link) {
    const [, kind, number] = /^#(line-|p|t)(\d+)$/.exec(link.getAttribute("href")) || [];
    if (!kind) return false;
    if (kind === "line-") {
      if (isNarrow()) show("brief");
      const index = lines.findIndex((line) => line.id === `line-${number}`);
      if (isNarrow() && link.closest("#card, #texts")) {
        unmark();
        card.hidden = true;
        lines[index].classList.add("chosen");
        current = index;
        scrollTo(lines[index], "center");
      } else chooseLine(index);
    } else choosePassage(number);
    return true;
  }

  document.addEventListener("click", (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const target = event.target;
    const button = target.closest("button");
    if (button?.dataset.show) return show(button.dataset.show);
    if (button?.dataset.layer) return toggleLayer(button);
    if (button?.dataset.step) return step(Number(button.dataset.step));
    if (button?.hasAttribute("data-clear")) return clear();
    if (button?.id === "theme") return setTheme(isDark() ? "light" : "dark");
    if (button?.id === "keys") return help.showModal();
    if (target.closest(".line a.pick")) {
      event.preventDefault();
      if (getSelection().isCollapsed || event.detail === 0) chooseLine(lines.indexOf(target.closest(".line")));
      return undefined;
    }
    const link = target.closest("a[href^='#']");
    if (link) {
      if (link.closest(".sources, .skip") && isNarrow()) show(link.hash === "#brief" ? "brief" : "texts");
      if (follow(link)) event.preventDefault();
      return undefined;
    }
    const segment = target.closest(".g");
    if (segment && getSelection().isCollapsed) chooseSegment(segment);
    return undefined;
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const layers = all("[data-layer]");
    if (event.key === "j" || event.key === "n") step(1);
    else if (event.key === "k" || event.key === "p") step(-1);
    else if (event.key === "Escape") clear();
    else if (event.key === "?") help.showModal();
    else if (/^[1-4]$/.test(event.key)) toggleLayer(layers[Number(event.key) - 1]);
    else return;
    event.preventDefault();
  });

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTheme());
  setTheme();
  const start = lines.findIndex((line) => `#${line.id}` === location.hash);
  if (start >= 0) chooseLine(start);
})();
