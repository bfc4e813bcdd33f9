/**
 * English names of the entries of ISO 3166-1, and of Kosovo, in the spelling of ICEWS; older names are included. The
 * list is part of the program, so that a name always means the same.
 */
export const COUNTRY_NAMES: ReadonlySet<string> = new Set(
  `
Afghanistan; Albania; Algeria; American Samoa; Andorra; Angola; Anguilla; Antarctica; Antigua and Barbuda;
Argentina; Armenia; Aruba; Australia; Austria; Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados; Belarus; Belgium;
Belize; Benin; Bermuda; Bhutan; Bolivia; Bosnia and Herzegovina; Botswana; Bouvet Island; Brazil;
British Indian Ocean Territory; British Virgin Islands; Brunei; Brunei Darussalam; Bulgaria; Burkina Faso; Burma;
Burundi; Cabo Verde; Cambodia; Cameroon; Canada; Cape Verde; Cayman Islands; Central African Republic; Chad; Chile;
China; Christmas Island; Cocos (Keeling) Islands; Colombia; Comoros; Congo; Cook Islands; Costa Rica; Cote d'Ivoire;
Côte d'Ivoire; Croatia; Cuba; Curacao; Curaçao; Cyprus; Czech Republic; Czechia; Democratic Republic of Congo;
Democratic Republic of the Congo; Denmark; Djibouti; Dominica; Dominican Republic; East Timor; Ecuador; Egypt;
El Salvador; Equatorial Guinea; Eritrea; Estonia; Eswatini; Ethiopia; Falkland Islands; Faroe Islands; Fiji; Finland;
France; French Guiana; French Polynesia; Gabon; Gambia; Georgia; Germany; Ghana; Gibraltar; Greece; Greenland;
Grenada; Guadeloupe; Guam; Guatemala; Guernsey; Guinea; Guinea-Bissau; Guyana; Haiti; Holy See;
Holy See (Vatican City State); Honduras; Hong Kong; Hungary; Iceland; India; Indonesia; Iran; Iraq; Ireland;
Isle of Man; Israel; Italy; Ivory Coast; Jamaica; Japan; Jersey; Jordan; Kazakhstan; Kenya; Kiribati; Kosovo; Kuwait;
Kyrgyzstan; Lao People's Democratic Republic; Laos; Latvia; Lebanon; Lesotho; Liberia; Libya; Liechtenstein;
Lithuania; Luxembourg; Macao; Macau; Macedonia; Madagascar; Malawi; Malaysia; Maldives; Mali; Malta;
Marshall Islands; Martinique; Mauritania; Mauritius; Mayotte; Mexico; Micronesia; Moldova; Moldova, Republic of;
Monaco; Mongolia; Montenegro; Montserrat; Morocco; Mozambique; Myanmar; Namibia; Nauru; Nepal; Netherlands;
New Caledonia; New Zealand; Nicaragua; Niger; Nigeria; Niue; Norfolk Island; North Korea; North Macedonia;
Northern Mariana Islands; Norway; Occupied Palestinian Territory; Oman; Pakistan; Palau; Palestine;
Palestinian Territory, Occupied; Panama; Papua New Guinea; Paraguay; Peru; Philippines; Pitcairn; Poland; Portugal;
Puerto Rico; Qatar; Republic of the Congo; Reunion; Réunion; Romania; Russia; Russian Federation; Rwanda;
Saint Helena; Saint Kitts and Nevis; Saint Lucia; Saint Pierre and Miquelon; Saint Vincent and the Grenadines; Samoa;
San Marino; Sao Tome and Principe; São Tomé and Príncipe; Saudi Arabia; Senegal; Serbia; Seychelles; Sierra Leone;
Singapore; Sint Maarten; Slovakia; Slovenia; Solomon Islands; Somalia; South Africa; South Korea; South Sudan; Spain;
Sri Lanka; Sudan; Suriname; Svalbard and Jan Mayen; Swaziland; Sweden; Switzerland; Syria; Taiwan; Tajikistan;
Tanzania; Thailand; the former Yugoslav Republic of Macedonia; Timor-Leste; Togo; Tokelau; Tonga;
Trinidad and Tobago; Tunisia; Turkey; Turkmenistan; Turks and Caicos Islands; Tuvalu; Türkiye; Uganda; Ukraine;
United Arab Emirates; United Kingdom; United States; Uruguay; Uzbekistan; Vanuatu; Vatican City; Venezuela; Vietnam;
Wallis and Futuna; Western Sahara; Yemen; Zambia; Zimbabwe; Åland Islands
`
    .split(';')
    .map((name) => name.trim()),
);
