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

  function remember(hash) {
    if (location.protocol !== "about:") history.replaceState(null, "", location.pathname + location.search + hash);
  }

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
    remember("");
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
    remember(`#${line.id}`);
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

  function backToLine(index) {
    show("brief");
    unmark();
    card.hidden = true;
    current = index;
    lines[index].classList.add("chosen");
    scrollTo(lines[index], "center");
  }

  function follow(hash, origin) {
    const [, kind, number] = /^#(line-|p|t)(\d+)$/.exec(hash) || [];
    if (!kind || !document.getElementById(hash.slice(1))) return false;
    const index = lines.findIndex((line) => line.id === `line-${number}`);
    if (kind !== "line-") choosePassage(number);
    else if (isNarrow() && origin?.closest("#card, #texts")) backToLine(index);
    else chooseLine(index);
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
    const isSelecting = event.detail > 0 && !getSelection().isCollapsed;
    const link = target.closest("a[href^='#']:not(.pick)");
    if (link) {
      if (link.matches(".skip, .sources a, .to-source")) show(link.hash === "#brief" ? "brief" : "texts");
      if (follow(link.hash, link)) event.preventDefault();
      return undefined;
    }
    const line = target.closest(".line");
    if (line) {
      event.preventDefault();
      if (!isSelecting) chooseLine(lines.indexOf(line));
      return undefined;
    }
    const segment = target.closest(".g");
    if (segment && !isSelecting) chooseSegment(segment);
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
  addEventListener("hashchange", () => follow(location.hash));
  follow(location.hash);
})();
