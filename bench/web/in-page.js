// What is measured inside the page: put before its own scripts, called `bench` there.
window.bench = (() => {
  const longTasks = [];
  const delays = [];
  let largest = 0;
  let shift = 0;
  const watch = (type, options, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });
  watch("longtask", {}, ({ startTime, duration }) => longTasks.push([startTime, duration]));
  watch("event", { durationThreshold: 16 }, ({ startTime, duration, interactionId }) => {
    if (interactionId > 0) delays.push([startTime, duration]);
  });
  watch("largest-contentful-paint", {}, ({ startTime }) => (largest = startTime));
  watch("layout-shift", {}, ({ value, hadRecentInput }) => (shift += hadRecentInput ? 0 : value));
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  /** When the page first said so (milliseconds from its start), even if that is over. */
  const mark = (name, after = 0) =>
    new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`no mark ${name} after 20 s`)), 20_000);
      new PerformanceObserver((list, observer) => {
        const found = list.getEntries().find((entry) => entry.name === name && entry.startTime >= after);
        if (found === undefined) return;
        observer.disconnect();
        resolve(found.startTime);
      }).observe({ type: "mark", buffered: true });
    });

  /** Milliseconds of each frame while an element is scrolled by so much a frame. */
  const scroll = async (selector, { x = 0, y = 0, frames = 120 }) => {
    const box = document.querySelector(selector);
    const [left, top] = [box.scrollLeft, box.scrollTop];
    const times = [];
    let before = await frame();
    for (let count = 0; count < frames; count++) {
      box.scrollBy(x, y);
      const now = await frame();
      times.push(now - before);
      before = now;
    }
    if (box.scrollLeft === left && box.scrollTop === top) throw new Error(`${selector} does not scroll`);
    return times;
  };

  /** Milliseconds of each frame for so long. */
  const frames = async (millis) => {
    const times = [];
    let before = await frame();
    for (const end = before + millis; before < end;) {
      const now = await frame();
      times.push(now - before);
      before = now;
    }
    return times;
  };

  /** Times (Unix milliseconds) of the frames in which something below the element has changed. */
  const changes = (selector) => {
    const seen = [];
    let isAsked = false;
    const observer = new MutationObserver(() => {
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        seen.push(performance.timeOrigin + performance.now());
      });
    });
    observer.observe(document.querySelector(selector), {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    return { seen, stop: () => observer.disconnect() };
  };

  return {
    mark,
    scroll,
    changes,
    frame,
    frames,
    now: () => performance.now(),
    nodes: () => document.querySelectorAll("*").length,
    seen: () => ({ largest, shift, longTasks, delays }),
  };
})();
