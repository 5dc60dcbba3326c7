// What ECharts expects of its surroundings and a bare JavaScript engine lacks,
// and the one function that draws. Evaluates to a function that is called
// before ECharts is loaded, and that returns one to be called afterwards.
(function (surroundings, widthOf, complain) {
  'use strict';

  // A picture is finished when setOption returns: no timer ever has to fire.
  surroundings.setTimeout = function () { return 0; };
  surroundings.clearTimeout = function () {};
  surroundings.console = { log: function () {}, warn: complain, error: complain };

  // The prose and the labels have no commas between thousands; ECharts would put
  // some into the figures of an axis.
  function plainFigures(axis) {
    var format = axis.axisLabel && axis.axisLabel.formatter;
    if (axis.type === 'value' && format) {
      axis.axisLabel.formatter = function (value) { return format.replace('{value}', value); };
    }
  }

  return function (echarts) {
    echarts.setPlatformAPI({
      measureText: function (text, font) { return { width: widthOf(text, font) }; }
    });

    return function (option, width, height) {
      option = JSON.parse(option);
      // Drawn with animation, the picture would be its first frame: bars of no height.
      option.animation = false;
      // Nobody can point at a picture. ECharts would work these out all the same.
      delete option.tooltip;
      delete option.toolbox;
      [].concat(option.xAxis || [], option.yAxis || []).forEach(plainFigures);
      var chart = echarts.init(null, null, {
        renderer: 'svg', ssr: true, width: width, height: height
      });
      try {
        chart.setOption(option);
        return chart.renderToSVGString();
      } finally {
        chart.dispose();
      }
    };
  };
})
