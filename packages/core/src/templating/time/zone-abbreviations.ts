/** What clocks of a zone are called (`%Z`): the letters of the IANA data, which JavaScript does not give. */

/** Zones by their names in winter and in summer; zones that are not here have numbers for names (`+04`). */
const BY_NAMES: readonly (readonly [standard: string, summer: string, zones: string])[] = [
  ["UTC", "UTC", "UTC Etc/UTC Zulu Universal Etc/Universal Etc/Zulu Etc/UCT UCT"],
  ["GMT", "GMT", "GMT Etc/GMT Africa/Abidjan Africa/Accra Africa/Dakar Atlantic/Reykjavik Greenwich"],
  ["GMT", "BST", "Europe/London Europe/Belfast Europe/Jersey Europe/Guernsey Europe/Isle_of_Man GB"],
  ["GMT", "IST", "Europe/Dublin"],
  ["WET", "WEST", "Europe/Lisbon Atlantic/Canary Atlantic/Madeira Atlantic/Faroe"],
  [
    "CET",
    "CEST",
    "CET Europe/Paris Europe/Berlin Europe/Madrid Europe/Rome Europe/Amsterdam Europe/Brussels Europe/Vienna " +
      "Europe/Zurich Europe/Stockholm Europe/Oslo Europe/Copenhagen Europe/Prague Europe/Budapest Europe/Warsaw " +
      "Europe/Belgrade Europe/Zagreb Europe/Ljubljana Europe/Bratislava Europe/Luxembourg Europe/Monaco Europe/Malta " +
      "Europe/Sarajevo Europe/Skopje Europe/Tirane Europe/Vaduz Europe/San_Marino Europe/Andorra Europe/Gibraltar",
  ],
  ["CET", "CET", "Africa/Algiers Africa/Tunis"],
  [
    "EET",
    "EEST",
    "EET Europe/Helsinki Europe/Athens Europe/Kiev Europe/Kyiv Europe/Bucharest Europe/Sofia Europe/Riga " +
      "Europe/Tallinn Europe/Vilnius Asia/Beirut Asia/Nicosia Europe/Chisinau Africa/Cairo",
  ],
  ["EET", "EET", "Africa/Tripoli Europe/Kaliningrad"],
  ["IST", "IDT", "Asia/Jerusalem Asia/Tel_Aviv Israel"],
  ["MSK", "MSD", "Europe/Moscow Europe/Simferopol"],
  ["SAST", "SAST", "Africa/Johannesburg"],
  ["CAT", "CAT", "Africa/Maputo Africa/Harare Africa/Lusaka Africa/Khartoum"],
  ["WAT", "WAT", "Africa/Lagos Africa/Luanda Africa/Kinshasa"],
  ["EAT", "EAT", "Africa/Nairobi Africa/Addis_Ababa Africa/Kampala"],
  ["JST", "JDT", "Asia/Tokyo Japan"],
  ["KST", "KDT", "Asia/Seoul"],
  ["CST", "CDT", "Asia/Shanghai Asia/Taipei Asia/Macau Asia/Chongqing PRC"],
  ["HKT", "HKST", "Asia/Hong_Kong"],
  ["PST", "PDT", "Asia/Manila"],
  ["IST", "IST", "Asia/Kolkata Asia/Calcutta"],
  ["PKT", "PKST", "Asia/Karachi"],
  ["WIB", "WIB", "Asia/Jakarta"],
  ["WITA", "WITA", "Asia/Makassar"],
  ["AEST", "AEDT", "Australia/Sydney Australia/Melbourne Australia/Hobart Australia/Brisbane Australia/Canberra"],
  ["ACST", "ACDT", "Australia/Adelaide Australia/Darwin"],
  ["AWST", "AWDT", "Australia/Perth"],
  ["NZST", "NZDT", "Pacific/Auckland NZ"],
  ["HST", "HDT", "Pacific/Honolulu US/Hawaii"],
  ["AKST", "AKDT", "America/Anchorage America/Juneau US/Alaska"],
  ["PST", "PDT", "America/Los_Angeles America/Vancouver America/Tijuana US/Pacific PST8PDT"],
  ["MST", "MDT", "America/Denver America/Phoenix America/Edmonton America/Boise US/Mountain US/Arizona MST7MDT MST"],
  ["CST", "CDT", "America/Chicago America/Winnipeg America/Mexico_City America/Guatemala US/Central CST6CDT"],
  [
    "EST",
    "EDT",
    "America/New_York America/Toronto America/Detroit America/Montreal America/Panama America/Jamaica US/Eastern " +
      "EST5EDT EST",
  ],
  ["AST", "ADT", "America/Halifax America/Puerto_Rico Atlantic/Bermuda"],
  ["NST", "NDT", "America/St_Johns"],
];

let byZone: Map<string, readonly [string, string]> | undefined;

/** The zone's name in winter and in summer, or undefined if its names are numbers. */
export function zoneNames(zone: string): readonly [standard: string, summer: string] | undefined {
  byZone ??= new Map(
    BY_NAMES.flatMap(([standard, summer, zones]) => zones.split(" ").map((id) => [id, [standard, summer]])),
  );
  return byZone.get(zone);
}
