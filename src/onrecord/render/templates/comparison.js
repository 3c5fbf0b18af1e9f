"use strict";
(() => {
  const root = document.documentElement;
  const body = document.body;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const words = (value) => (value || "").split(" ").filter(Boolean);
  const points = all(".point");
  const strip = one("#strip");
  const help = one("#help");
  let current = null; // the number of the point that is chosen
  let now = null; // the place of the passage that was gone to last

  root.classList.add("js");

  const isNarrow = () => getComputedStyle(one(".views")).display !== "none";
  const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const scrollTo = (element, block) =>
    element && element.scrollIntoView({ block, inline: "nearest", behavior: isCalm() ? "auto" : "smooth" });
  const pointOf = (number) => document.getElementById(`point-${number}`);
  const isSeen = (point) => !point.matches(".unseen") && chosenView(point);

  function chosenView(point) {
    const see = one("input[name=see]:checked").value;
    return see === "all" || point.classList.contains(see);
  }

  function remember(hash) {
    if (location.protocol !== "about:") history.replaceState(null, "", location.pathname + location.search + hash);
  }

  function show(view) {
    body.dataset.view = view;
    for (const button of all("[data-show]")) button.setAttribute("aria-pressed", button.dataset.show === view);
    for (const column of all(".column")) {
      if (view !== "points") column.classList.toggle("current", column.dataset.account === view);
    }
  }

  // what is not among the columns that are shown is brought back
  function bring(account) {
    const box = document.getElementById(`show-${account}`);
    if (box) box.checked = true;
    if (isNarrow()) show(account);
  }

  function unmark() {
    for (const element of all(".on, .now, .chosen")) element.classList.remove("on", "now", "chosen");
    for (const pick of all(".pick[aria-current]")) pick.removeAttribute("aria-current");
  }

  function clear() {
    unmark();
    current = now = null;
    strip.hidden = true;
    one("#status").textContent = "Choice cleared";
    remember("");
  }

  // the places of a point's passages in a text, in reading order
  function places(number, account) {
    const found = all(`#text-${account} .here`).map((element) => element.id);
    return found.filter((id) => id.startsWith(`${account}-${number}-`));
  }

  const pieces = (id) => all(`.g[data-p~="${id}"]`);

  function fill(number) {
    const point = pointOf(number);
    const name = one(".pick", point).textContent.replace(/\s+/g, " ").trim();
    const title = `${name} · ${one(".meaning", point).textContent.trim() || "only here"}`;
    one(".strip-title").textContent = title;
    for (const button of all("[data-text]")) {
      const account = button.dataset.text;
      const found = places(number, account);
      const at = found.indexOf(now) + 1;
      const counted = at ? `${at}/${found.length}` : found.length === 1 ? "1 passage" : `${found.length} passages`;
      button.textContent = found.length ? `${account} · ${counted}` : `${account} · not mentioned`;
      button.disabled = !found.length;
      button.setAttribute("aria-label", `Text ${account}, ${button.dataset.side}: ${found.length ? counted : "not mentioned"}`);
    }
    strip.hidden = false;
    one("#status").textContent = title;
  }

  // marks a point everywhere; nothing is scrolled
  function mark(number) {
    unmark();
    current = number;
    const point = pointOf(number);
    if (!chosenView(point)) one("#see-all").checked = true;
    point.classList.add("chosen");
    one(".pick", point).setAttribute("aria-current", "true");
    for (const element of all(`.g[data-n~="${number}"], .ref[data-n="${number}"]`)) element.classList.add("on");
  }

  function goTo(id, block = "center") {
    for (const element of all(".now")) element.classList.remove("now");
    now = id;
    const [account] = id.split("-");
    bring(account);
    for (const element of all(`[data-p~="${id}"]`)) element.classList.add("now");
    const [first] = pieces(id);
    scrollTo(first || document.getElementById(id), block);
  }

  function choosePoint(number, { focus = true } = {}) {
    mark(number);
    now = null;
    const point = pointOf(number);
    if (!isNarrow()) {
      for (const column of all(".column")) {
        const [first] = places(number, column.dataset.account);
        if (first) scrollTo(pieces(first)[0], "center");
      }
    }
    fill(number);
    if (focus) one(".pick", point).focus({ preventScroll: true });
    scrollTo(point, "nearest");
    remember(`#point-${number}`);
  }

  // from a passage: its point, and its first partner in each other text
  function chooseHere(number, account, id) {
    mark(number);
    now = id;
    for (const element of all(`[data-p~="${id}"]`)) element.classList.add("now");
    if (!isNarrow()) {
      for (const column of all(".column")) {
        const [first] = column.dataset.account === account ? [] : places(number, column.dataset.account);
        if (first) scrollTo(pieces(first)[0], "center");
      }
      const point = pointOf(number);
      scrollTo(point, point.offsetHeight < innerHeight / 2 ? "center" : "start");
    }
    fill(number);
    remember(`#${id}`);
  }

  function chooseSegment(segment) {
    const { account } = segment.closest(".column").dataset;
    const seen = words(segment.dataset.n).filter((number) => chosenView(pointOf(number)));
    const numbers = seen.length ? seen : words(segment.dataset.n);
    if (!numbers.length) return;
    const number = numbers[(numbers.indexOf(current) + 1) % numbers.length];
    chooseHere(number, account, words(segment.dataset.p).find((id) => id.startsWith(`${account}-${number}-`)));
  }

  function chooseRef(ref) {
    const { account } = ref.closest(".column").dataset;
    const number = ref.dataset.n;
    let piece = ref.nextElementSibling;
    while (piece && !piece.matches(`.g[data-n~="${number}"]`)) piece = piece.nextElementSibling;
    chooseHere(number, account, words(piece?.dataset.p).find((id) => id.startsWith(`${account}-${number}-`)));
  }

  function choosePlace(id) {
    const [, number] = id.split("-");
    if (/^\d+$/.test(number)) mark(number);
    else unmark();
    goTo(id);
    if (/^\d+$/.test(number)) fill(number);
    else strip.hidden = true;
    remember(`#${id}`);
  }

  function nextIn(account) {
    const found = places(current, account);
    goTo(found[(found.indexOf(now) + 1) % found.length]);
    fill(current);
  }

  function onward() {
    if (current === null) return;
    const found = all(".column").flatMap((column) => places(current, column.dataset.account));
    if (!found.length) return;
    goTo(found[(found.indexOf(now) + 1) % found.length]);
    fill(current);
    let ref = document.getElementById(now);
    while (ref && !ref.matches(`.ref[data-n="${current}"]`)) ref = ref.nextElementSibling;
    ref?.focus({ preventScroll: true });
  }

  function step(by) {
    const seen = points.filter(isSeen);
    if (!seen.length) return;
    if (isNarrow()) show("points");
    const at = seen.findIndex((point) => point.dataset.n === current);
    const next = at < 0 ? (by > 0 ? 0 : seen.length - 1) : Math.min(Math.max(at + by, 0), seen.length - 1);
    choosePoint(seen[next].dataset.n);
  }

  function backToPoint(number) {
    if (isNarrow()) show("points");
    choosePoint(number);
  }

  function isDark() {
    return (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  }

  function setTheme(theme) {
    if (theme) root.dataset.theme = theme;
    one("#theme").setAttribute("aria-pressed", isDark());
  }

  function follow(hash) {
    const id = hash.slice(1);
    if (!id || !document.getElementById(id)) return false;
    const [, number] = /^point-(\d+)$/.exec(id) || [];
    if (number) backToPoint(number);
    else if (/^[a-z]-w?\d+(-\d+)?$/.test(id)) choosePlace(id);
    else return false;
    return true;
  }

  function near(target) {
    for (const element of all(".near")) element.classList.remove("near");
    const over = target instanceof Element && target.closest(".g[data-n], .ref, .point");
    const number = over && words(over.dataset.n)[0];
    if (!number) return;
    for (const element of all(`.g[data-n~="${number}"]`)) element.classList.add("near");
    if (!over.matches(".point")) pointOf(number).classList.add("near");
  }

  document.addEventListener("click", (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey) return undefined;
    const target = event.target;
    const button = target.closest("button");
    if (button?.dataset.show) return show(button.dataset.show);
    if (button?.dataset.step) return step(Number(button.dataset.step));
    if (button?.dataset.text) return nextIn(button.dataset.text);
    if (button?.hasAttribute("data-clear")) return clear();
    if (button?.id === "theme") return setTheme(isDark() ? "light" : "dark");
    if (button?.id === "print") return print();
    if (button?.id === "keys") return help.showModal();
    const isSelecting = event.detail > 0 && !getSelection().isCollapsed;
    const ref = target.closest(".ref");
    if (ref) {
      event.preventDefault();
      return chooseRef(ref);
    }
    const link = target.closest("a[href^='#']:not(.pick)");
    if (link) {
      if (link.matches(".skip") && isNarrow()) show(link.hash === "#points" ? "points" : one(".column").dataset.account);
      if (follow(link.hash)) event.preventDefault();
      return undefined;
    }
    if (target.closest("summary, label, a:not(.pick)")) return undefined;
    const point = target.closest(".point");
    if (point) {
      event.preventDefault();
      if (!isSelecting) choosePoint(point.dataset.n);
      return undefined;
    }
    const segment = target.closest(".g[data-n]");
    if (segment && !isSelecting) chooseSegment(segment);
    return undefined;
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.key === "j" || event.key === "n") step(1);
    else if (event.key === "k" || event.key === "p") step(-1);
    else if (event.key === "o") onward();
    else if (event.key === "Escape") clear();
    else if (event.key === "?") help.showModal();
    else return;
    event.preventDefault();
  });

  document.addEventListener("pointerover", (event) => near(event.pointerType === "mouse" ? event.target : null));
  document.addEventListener("focusin", (event) => near(event.target));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTheme());
  setTheme();
  addEventListener("hashchange", () => follow(location.hash));
  follow(location.hash);
})();
