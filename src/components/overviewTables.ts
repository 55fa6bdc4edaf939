import type {ClosingData, ClosingRow} from "./closingList.js";
import {type Column, dataTable} from "./dataTable.js";
import {rateFields} from "./export/rateFields.js";
import {formatCount, formatShare} from "./format.js";
import {drawnPoints, type TrendData} from "./trendData.js";

/** The table twin of the trend: one row per series, one column per year. */
export function trendTable({main, context, years}: TrendData, caption: string): HTMLTableElement {
  const series = [main, ...context];
  const columns: Column<(typeof series)[number]>[] = [
    {title: "Loại đơn vị", heading: true, value: ({label}) => label},
    ...years.map((year) => ({
      title: `${year}`,
      numeric: true,
      value: (one: (typeof series)[number]) => {
        const point = drawnPoints(one).find((known) => known.year === year);
        return point ? formatShare(point.numerator, point.denominator) : null;
      },
      fields: rateFields<(typeof series)[number]>(`${year}: `, (one) =>
        drawnPoints(one).find((known) => known.year === year)
      )
    }))
  ];
  return dataTable(series, columns, {caption, hideCaption: true});
}

/** The table twin of the closing list: all of it, with numerators and denominators. */
export function closingTable({rows, heading, limit}: ClosingData, caption: string): HTMLTableElement {
  const columns: Column<ClosingRow>[] = [
    {
      title: "Xã, phường",
      heading: true,
      value: ({name}) => name,
      fields: [
        {header: "Mã xã", kind: "text", of: ({code}) => code},
        {header: "Xã, phường", kind: "text", of: ({name}) => name}
      ]
    },
    {title: heading, numeric: true, value: ({units_needed}) => formatCount(units_needed)},
    {
      title: "Đạt/phải xét",
      numeric: true,
      value: ({numerator, denominator}) => `${formatCount(numerator)}/${formatCount(denominator)}`,
      fields: rateFields<ClosingRow>("", (row) => row, limit.target)
    },
    {
      title: "Tỷ lệ",
      numeric: true,
      value: ({numerator, denominator}) => formatShare(numerator, denominator, limit),
      fields: []
    }
  ];
  return dataTable(rows, columns, {caption, hideCaption: true});
}
