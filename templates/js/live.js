// Brings a chart to life when the reader reaches for it by pointer, touch or
// keyboard, and not before: the library comes from this site, takes the place of
// the drawing in the same size, and answers to all three. Where anything fails,
// the drawing stays.
{
  const script = document.currentScript;
  const { library, open, close, png, svg, hint } = script.dataset;
  const live = new Map(); // figure -> promise of its chart, while it is not a drawing
  const running = new Map(); // figure -> its chart, once it has come
  let width; // of the window that the running charts are drawn for
  const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;

  let loading;
  const load = () => {
    loading ??= import(new URL(library, document.baseURI)).then(() => globalThis.echarts);
    return loading;
  };

  // The option names colours by the custom properties of the style sheet.
  const themed = (value, style) => {
    if (typeof value === "string") {
      return value.startsWith("--") ? style.getPropertyValue(value).trim() : value;
    }
    if (Array.isArray(value)) {
      return value.map((item) => themed(item, style));
    }
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, themed(v, style)]));
    }
    return value;
  };

  // The drawing has the figures of its axes without commas; ECharts puts them in.
  const plainFigures = (axis) => {
    const format = axis.axisLabel?.formatter;
    if (axis.type === "value" && format) {
      axis.axisLabel.formatter = (value) => format.replace("{value}", String(value).replace("-", "−"));
    }
  };

  // What a datum says, in the words of the option: with its unit and every digit.
  // A gap says nothing.
  const said = (item) => item?.said ?? "";

  const tip = (params) => {
    const list = [].concat(params).filter(({ data }) => said(data));
    const place = (list[0]?.axisValueLabel ?? list[0]?.name ?? "").replace(/\n/g, " ");
    return [place, ...list.map(({ seriesName, data }) => `${seriesName} ${said(data)}`)].filter(Boolean).join("\n");
  };

  const optionFor = (figure, data) => {
    const style = getComputedStyle(figure);
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const option = themed(data, style);
    const fontSize = 0.8125 * rem;
    option.animation = !quiet;
    option.textStyle = { ...option.textStyle, fontFamily: style.fontFamily, fontSize };
    option.legend.textStyle = { ...option.legend.textStyle, fontSize };
    for (const axis of [option.xAxis, option.yAxis].flat()) {
      plainFigures(axis);
      axis.axisLabel = { ...axis.axisLabel, fontSize };
      axis.nameTextStyle = { ...axis.nameTextStyle, fontSize };
    }
    const category = [].concat(option.xAxis).some((axis) => axis.type === "category");
    option.tooltip = {
      trigger: category ? "axis" : "item",
      renderMode: "richText", // markup would need styles that the page's policy forbids
      confine: true,
      formatter: tip,
      backgroundColor: style.getPropertyValue("--chart-surface").trim(),
      borderColor: style.getPropertyValue("--chart-axis").trim(),
      textStyle: { color: style.getPropertyValue("--chart-text").trim(), fontSize: 0.875 * rem },
    };
    return option;
  };

  const visible = (drawing) => [...drawing.children].find((part) => part.offsetParent !== null);

  const start = (figure) => {
    if (!live.has(figure)) {
      live.set(figure, bring(figure));
    }
    return live.get(figure);
  };

  const bring = async (figure) => {
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
      tools(figure);
    } catch {
      live.delete(figure);
      figure.querySelector(".live-tools").textContent = "";
      delete figure.dataset.live;
    }
  };

  const run = (figure, echarts, data) => {
    const drawing = figure.querySelector(".drawing");
    const still = visible(drawing);
    const box = still.getBoundingClientRect();
    width = innerWidth;
    const host = document.createElement("div");
    host.className = "live";
    host.tabIndex = 0;
    host.setAttribute("role", "application");
    host.setAttribute("aria-label", still.querySelector("svg").getAttribute("aria-label") + " " + hint);
    still.hidden = true;
    drawing.append(host);
    const chart = echarts.init(host, null, { renderer: "canvas", width: box.width, height: box.height });
    chart.setOption(optionFor(figure, data));
    const voice = document.createElement("p");
    voice.className = "visually-hidden";
    voice.setAttribute("role", "status");
    figure.append(voice);
    const state = { chart, host, still, voice, data, stops: stopsOf(data), at: -1 };
    running.set(figure, state);
    host.addEventListener("keydown", (event) => keys(event, figure, state));
  };

  // stopsOf are the places of a chart that have something to say, in the order
  // of its axes: what stands at the same place is said together.
  const stopsOf = (option) => {
    const upright = [].concat(option.yAxis).some((axis) => axis.type === "category");
    const axes = [].concat(upright ? option.yAxis : option.xAxis);
    const stops = [];
    option.series.forEach((series, seriesIndex) => {
      const axis = (upright ? series.yAxisIndex : series.xAxisIndex) ?? 0;
      (series.data ?? []).forEach((item, dataIndex) => {
        if (!said(item)) {
          return; // a gap
        }
        const pair = Array.isArray(item.value);
        const at = pair ? item.value[upright ? 1 : 0] : dataIndex;
        const place = typeof at === "string" ? axes[axis].data.indexOf(at) : at;
        let stop = stops.find((other) => other.axis === axis && other.place === place);
        if (!stop) {
          const name = String(axes[axis].data?.[place] ?? place).replace(/\n/g, " ");
          stop = { axis, place, name, words: [], seriesIndex, dataIndex };
          stops.push(stop);
        }
        stop.words.push(`${series.name} ${said(item)}`);
      });
    });
    return stops.sort((a, b) => a.axis - b.axis || a.place - b.place);
  };

  // Arrow keys walk along the figures, Escape brings the drawing back.
  const keys = (event, figure, state) => {
    if (event.key === "Escape") {
      rest(figure);
      return;
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const { stops } = state;
    if (!step || !stops.length) {
      return;
    }
    event.preventDefault();
    state.at = state.at < 0 && step < 0 ? stops.length - 1 : (state.at + step + stops.length) % stops.length;
    const { seriesIndex, dataIndex, name, words } = stops[state.at];
    state.chart.dispatchAction({ type: "showTip", seriesIndex, dataIndex });
    const text = words.join(", ");
    state.voice.textContent = !name || text.startsWith(name) ? text : `${name}: ${text}`;
  };

  const stop = (figure) => {
    const state = running.get(figure);
    if (!state) {
      return;
    }
    state.chart.dispose();
    state.host.remove();
    state.voice.remove();
    state.still.hidden = false;
    running.delete(figure);
    live.delete(figure);
  };

  // rest brings the drawing back, and the focus to the button that leads into
  // the chart; only the next time that it is reached does the chart come again.
  let resting = false;
  const rest = (figure) => {
    stop(figure);
    tools(figure);
    resting = true;
    figure.querySelector(".live-tools button").focus();
    resting = false;
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

  // The drawing leaves the page with the look that it has on it.
  const looks = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor"];
  const saveSVG = (figure, state) => {
    state.still.hidden = false;
    const drawing = state.still.querySelector("svg");
    const copy = drawing.cloneNode(true);
    const copies = [...copy.querySelectorAll("*")];
    [...drawing.querySelectorAll("*")].forEach((part, n) => {
      const look = getComputedStyle(part);
      for (const name of looks) {
        copies[n].setAttribute(name, look.getPropertyValue(name));
      }
    });
    state.still.hidden = true;
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    save(new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" }), figure.id + ".svg");
  };

  const button = (text, act) => {
    const b = document.createElement("button");
    b.type = "button";
    b.textContent = text;
    b.addEventListener("click", act);
    return b;
  };

  // tools are the buttons below a chart. The one that leads into it stays as long
  // as the focus is on it.
  const tools = (figure) => {
    const bar = figure.querySelector(".live-tools");
    if (!running.has(figure)) {
      const lead = button(open, async () => {
        await start(figure);
        running.get(figure)?.host.focus();
      });
      lead.addEventListener("focus", () => resting || start(figure));
      lead.addEventListener("blur", () => running.has(figure) && tools(figure));
      bar.textContent = "";
      bar.append(lead);
    } else if (!bar.contains(document.activeElement)) {
      bar.textContent = "";
      bar.append(
        button(close, () => rest(figure)),
        button(png, () => savePNG(figure, running.get(figure))),
        button(svg, () => saveSVG(figure, running.get(figure))),
      );
    }
  };

  for (const figure of document.querySelectorAll("figure[data-live]")) {
    tools(figure);
    figure.querySelector(".live-tools").classList.remove("scripted");
    const drawing = figure.querySelector(".drawing");
    drawing.addEventListener("pointerenter", () => figure.dataset.live && start(figure));
    drawing.addEventListener("click", () => figure.dataset.live && start(figure));
  }

  // A change of theme or width draws the running charts anew.
  const refresh = () => {
    for (const [figure, { data, host }] of [...running]) {
      const focused = document.activeElement === host;
      const promise = live.get(figure);
      stop(figure);
      live.set(figure, promise);
      run(figure, globalThis.echarts, data);
      if (focused) {
        running.get(figure).host.focus();
      }
    }
  };
  new MutationObserver(refresh).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addListener(refresh); // older Safari has no other
  addEventListener("resize", () => {
    if (innerWidth !== width) {
      refresh();
    }
  });
  addEventListener("beforeprint", () => {
    for (const figure of [...running.keys()]) {
      stop(figure);
      tools(figure);
    }
  });
}
