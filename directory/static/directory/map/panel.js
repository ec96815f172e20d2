// What a pressed pin stands for, in words below the map. Words come from the page, which knows the reader's language.
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function element(name, className, ...children) {
  const made = Object.assign(document.createElement(name), { className });
  made.append(...children);
  return made;
}

// The list's own words for how far it is, and its link, which knows the question: both say the same then.
function inRow(pin, selector) {
  return document.getElementById(pin.row)?.querySelector(selector);
}

function distanceOf(pin) {
  return inRow(pin, ".mile .num")?.textContent.trim() ?? "";
}

export class Panel {
  constructor(frame) {
    this.panel = frame.querySelector(".map-pick");
    this.list = this.panel.querySelector("ul");
    this.words = this.panel.dataset;
    this.frame = frame;
  }

  // The name of a pin for those who cannot see it.
  label = (pins) => {
    if (pins.length > 1) {
      return fill(this.words.many, { count: pins.length, names: pins.map((pin) => `${pin.number} ${pin.name}`).join(", ") });
    }
    const [pin] = pins;
    return [`${pin.number}: ${pin.name}`, pin.where, distanceOf(pin)].filter(Boolean).join(", ");
  };

  show(pins) {
    this.list.replaceChildren(...pins.map((pin) => this.entry(pin)));
    this.panel.hidden = !pins.length;
  }

  entry(pin) {
    const link = inRow(pin, ":is(h2, h3) a")?.getAttribute("href");
    const name = link ? Object.assign(element("a", "", pin.name), { href: link }) : element("strong", "", pin.name);
    const more = [[distanceOf(pin), pin.where].filter(Boolean).join(" · "), pin.rough ? this.words.rough : ""];
    const lines = more.filter(Boolean).map((text) => element("small", "", text));
    return element("li", "", element("span", "map-number", String(pin.number)), element("span", "", name, ...lines));
  }

  whenClosed(callback) {
    const close = () => callback();
    this.panel.querySelector(".map-close").addEventListener("click", close);
    this.frame.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.panel.hidden) return;
      event.preventDefault(); // the second Escape leaves the map
      close();
    });
  }
}
