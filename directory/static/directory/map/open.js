// Decides when a map is fetched: on wide screens once it comes into view, on phones when it is opened. Until then this
// small file is all of the map that a page loads.
const WIDE = matchMedia("(width >= 62rem)");

function loadStyle(address) {
  return new Promise((loaded, failed) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address });
    link.onload = loaded;
    link.onerror = failed;
    document.head.append(link);
  });
}

async function load(frame) {
  frame.querySelector(".map-show")?.remove();
  try {
    const [{ openMap }] = await Promise.all([import("./map.js"), loadStyle(frame.dataset.style)]);
    await openMap(frame);
  } catch (problem) {
    frame.classList.add("is-broken"); // says so in words; the list has everything
    throw problem;
  }
}

function whenSeen(frame) {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    load(frame);
  });
  observer.observe(frame);
}

// The map over the whole phone is left by its button, by Escape, and by moving on with the keyboard.
function watchSheet(sheet) {
  const shown = () => sheet.matches(":popover-open");
  sheet.addEventListener("toggle", () => shown() && sheet.querySelector(".map-back").focus());
  document.addEventListener("focusin", ({ target }) => {
    if (shown() && !sheet.contains(target) && target !== document.body) sheet.hidePopover();
  });
  WIDE.addEventListener("change", () => shown() && sheet.hidePopover());
  if (location.hash === `#${sheet.id}` && !WIDE.matches) sheet.showPopover();
}

for (const frame of document.querySelectorAll("[data-map]")) {
  const sheet = frame.closest("[popover]");
  if (sheet) watchSheet(sheet);
  if (sheet || WIDE.matches) whenSeen(frame);
  else frame.querySelector(".map-show").addEventListener("click", () => load(frame), { once: true });
}
