// Brings a chart to life when the reader reaches for it, and not before: the
// library comes from this site, takes the place of the drawing in the same
// size, and answers to pointer, touch and keyboard. Where anything fails, the
// drawing stays.
{
  const script = document.currentScript;
  const { library, open, close, png, svg, hint } = script.dataset;
  const live = new Map(); // figure -> running chart
  const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;

  let loading;
  const load = () => {
    loading ??= import(new URL(library, document.baseURI)).then(() => globalThis.echarts);
    return loading;
  };

  // The option names the colours of the light theme; the page knows those of
  // the present one.
  const themed = (value, colors, style) => {
    if (typeof value === "string") {
      const property = colors[value];
      return (property && style.getPropertyValue(property).trim()) || value;
    }
    if (Array.isArray(value)) {
      return value.map((item) => themed(item, colors, style));
    }
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, themed(v, colors, style)]));
    }
    return value;
  };

  const optionFor = (figure, data, size) => {
    const style = getComputedStyle(figure);
    const option = themed(data.sizes[size].option, data.colors, style);
    option.animation = !quiet;
    option.textStyle = { ...option.textStyle, fontFamily: style.fontFamily };
    const category = [].concat(option.xAxis).some((axis) => axis.type === "category");
    option.tooltip = {
      trigger: category ? "axis" : "item",
      renderMode: "richText", // markup would need styles that the page's policy forbids
      confine: true,
      backgroundColor: style.getPropertyValue("--chart-surface").trim(),
      borderColor: style.getPropertyValue("--chart-axis").trim(),
      textStyle: { color: style.getPropertyValue("--chart-text").trim(), fontSize: 14 },
    };
    return option;
  };

  const visible = (drawing) => [...drawing.children].find((part) => part.offsetParent !== null);

  const start = async (figure) => {
    if (live.has(figure)) {
      return;
    }
    live.set(figure, null);
    try {
      const [echarts, data] = await Promise.all([
        load(),
        fetch(figure.dataset.live).then((answer) => {
          if (!answer.ok) {
            throw new Error(answer.status);
          }
          return answer.json();
        }),
      ]);
      run(figure, echarts, data);
    } catch {
      live.delete(figure);
      figure.querySelector(".live-tools")?.remove();
      delete figure.dataset.live;
    }
  };

  const run = (figure, echarts, data) => {
    const drawing = figure.querySelector(".drawing");
    const still = visible(drawing);
    const size = still.className;
    const box = still.getBoundingClientRect();
    const host = document.createElement("div");
    host.className = "live";
    host.tabIndex = 0;
    host.setAttribute("role", "application");
    host.setAttribute("aria-label", still.querySelector("title").textContent + " " + hint);
    still.hidden = true;
    drawing.append(host);
    const chart = echarts.init(host, null, { renderer: "canvas", width: box.width, height: box.height });
    chart.setOption(optionFor(figure, data, size));
    const said = document.createElement("p");
    said.className = "visually-hidden";
    said.setAttribute("role", "status");
    figure.append(said);
    const state = { chart, host, still, said, data, size, index: -1 };
    live.set(figure, state);
    host.addEventListener("keydown", (event) => keys(event, figure, state));
    tools(figure, state);
  };

  // Arrow keys walk along the figures, Escape brings the drawing back.
  const keys = (event, figure, state) => {
    if (event.key === "Escape") {
      stop(figure);
      figure.querySelector(".live-tools button")?.focus();
      return;
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) {
      return;
    }
    event.preventDefault();
    const { series } = state.chart.getOption();
    const longest = Math.max(...series.map((s) => s.data?.length ?? 0));
    if (!longest) {
      return;
    }
    state.index = (state.index + step + longest) % longest;
    const seriesIndex = series.findIndex((s) => (s.data?.length ?? 0) > state.index);
    state.chart.dispatchAction({ type: "showTip", seriesIndex, dataIndex: state.index });
    state.said.textContent = series
      .filter((s) => s.name && s.data?.[state.index] !== undefined)
      .map((s) => `${s.name} ${valueOf(s.data[state.index])}`)
      .join(", ");
  };

  const valueOf = (item) => {
    const value = item?.value ?? item;
    return Array.isArray(value) ? value[0] : value;
  };

  const stop = (figure) => {
    const state = live.get(figure);
    if (!state) {
      return;
    }
    state.chart.dispose();
    state.host.remove();
    state.said.remove();
    state.still.hidden = false;
    live.delete(figure);
    tools(figure, null);
  };

  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  };

  const savePNG = (figure, state) => {
    state.chart.dispatchAction({ type: "hideTip" });
    const canvas = state.chart.renderToCanvas({
      pixelRatio: 2,
      backgroundColor: getComputedStyle(figure).getPropertyValue("--chart-surface").trim(),
    });
    canvas.toBlob((blob) => save(blob, figure.id + ".png"), "image/png");
  };

  // The drawing leaves the page with the colours that it has on it.
  const saveSVG = (figure, state) => {
    const style = getComputedStyle(figure);
    const text = new XMLSerializer()
      .serializeToString(state.still.querySelector("svg"))
      .replace(/var\((--[a-z0-9-]+),\s*(#[0-9a-f]{6})\)/g, (_, name, plain) => style.getPropertyValue(name).trim() || plain);
    save(new Blob([text], { type: "image/svg+xml" }), figure.id + ".svg");
  };

  const button = (text, act) => {
    const b = document.createElement("button");
    b.type = "button";
    b.textContent = text;
    b.addEventListener("click", act);
    return b;
  };

  // tools are the buttons below a chart; state is null while it is a drawing.
  const tools = (figure, state) => {
    let bar = figure.querySelector(".live-tools");
    if (!bar) {
      bar = document.createElement("p");
      bar.className = "live-tools";
      figure.querySelector(".drawing").after(bar);
    }
    if (state) {
      bar.replaceChildren(
        button(close, () => stop(figure)),
        button(png, () => savePNG(figure, state)),
        button(svg, () => saveSVG(figure, state)),
      );
    } else {
      bar.replaceChildren(
        button(open, async () => {
          await start(figure);
          live.get(figure)?.host.focus();
        }),
      );
    }
  };

  for (const figure of document.querySelectorAll("figure[data-live]")) {
    tools(figure, null);
    const drawing = figure.querySelector(".drawing");
    drawing.addEventListener("pointerenter", () => figure.dataset.live && start(figure));
    drawing.addEventListener("click", () => figure.dataset.live && start(figure));
  }

  // A change of theme or width draws the running charts anew.
  const refresh = () => {
    for (const [figure, state] of [...live]) {
      if (state) {
        const { data } = state;
        stop(figure);
        live.set(figure, null);
        run(figure, globalThis.echarts, data);
      }
    }
  };
  new MutationObserver(refresh).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", refresh);
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth !== width) {
      width = innerWidth;
      refresh();
    }
  });
  addEventListener("beforeprint", () => [...live.keys()].forEach(stop));
}
