import { type GuideGroup } from './guide-row.js';

const checkedOn = '2026-11-21';

export const americas: GuideGroup[] = [
  {
    city: 'New York',
    country: 'United States',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'new-york-subway', topic: 'transport', title: 'Riding the subway in New York', from: 'the Metropolitan Transportation Authority', text: 'Tap a bank card or phone at the OMNY reader; the MetroCard is no longer sold. A ride costs 3 dollars and after twelve within seven days the rest are free. Express trains skip stations, weekend works change routes: read the posters. “Uptown” and “Downtown” entrances may be on opposite sides of the street. It runs all night.' },
      { id: 'new-york-airports', topic: 'arrival', title: 'From the airports into New York', from: 'the Port Authority and the MTA', text: 'From JFK the AirTrain plus Long Island Rail Road takes 45 minutes to Penn Station or Grand Central, with the subway an hour for less; yellow cabs charge a flat 70 dollars plus tolls and tip to Manhattan. From LaGuardia the Q70 bus is free to the subway. Newark has trains to Penn Station in half an hour.' },
      { id: 'new-york-broadway', topic: 'sights', title: 'Cheap tickets for Broadway', from: 'the theatres', text: 'The red-stepped TKTS booth on Times Square sells the same day’s seats for 20 to 50 percent less; lotteries and rush tickets in the morning cost about 40 dollars. Tuesday to Thursday is cheaper than the weekend, and most houses are dark on Monday. Curtain at seven or eight; latecomers wait.' },
    ],
  },
  {
    city: 'San Francisco',
    country: 'United States',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'san-francisco-weather', topic: 'seasons', title: 'Fog and layers in San Francisco', from: 'the US National Weather Service', text: 'Summer is the cold season: fog and wind keep July at 16 to 20 degrees while the valley bakes. September and October are the warm, clear months; rain falls from December to March. Wear layers and a windbreaker in every month, and do not expect to swim at Ocean Beach.' },
      { id: 'san-francisco-safety', topic: 'safety', title: 'Car break-ins and rough blocks in San Francisco', from: 'the San Francisco police', text: 'Leave nothing in a parked car, not even in the boot: windows are smashed within minutes at viewpoints and Fisherman’s Wharf. The Tenderloin and parts of Mid-Market are sad rather than dangerous by day; take a ride at night. On hills turn the front wheels to the kerb.' },
      { id: 'san-francisco-transport', topic: 'transport', title: 'Getting around San Francisco', from: 'BART and Muni', text: 'BART needs 30 minutes from the airport to Powell Street. Muni buses, trams and the historic F line take a Clipper card or bank card; cable cars cost 8 or 9 dollars a ride, least crowded on the California line. Alcatraz ferries sell out two to four weeks ahead on the official site. No car is needed in town.' },
    ],
  },
  {
    city: 'Los Angeles',
    country: 'United States',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'los-angeles-car', topic: 'transport', title: 'Whether you need a car in Los Angeles', from: 'LA Metro', text: 'Stay in one corner a day: Santa Monica and Venice, Hollywood and Griffith, Downtown. Rail joins Downtown with Santa Monica, Hollywood, Long Beach and Pasadena for 1.75 dollars, capped by the day, and a shuttle links the airport’s terminals with the K line. Otherwise ride-hailing or a hire car; parking at hotels costs 40 to 60 dollars, and rush hour is from seven to ten and three to seven.' },
      { id: 'los-angeles-areas', topic: 'neighbourhoods', title: 'Where to stay in Los Angeles', from: 'the Los Angeles tourism board', text: 'Santa Monica is walkable with a beach and a train; West Hollywood has food and nights out; Downtown has museums and rail but quiet corners after dark; Los Feliz and Silver Lake are local. Hollywood Boulevard itself is a sight for an hour, not a place to sleep. Distances are hours, so sleep where you spend your days.' },
    ],
  },
  {
    city: 'Chicago',
    country: 'United States',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'chicago-transport', topic: 'transport', title: 'The L and the lake in Chicago', from: 'the Chicago Transit Authority', text: 'The Blue Line runs from O’Hare in 45 minutes, day and night, the Orange Line from Midway in 25. Tap a bank card; a day pass costs about five dollars. The architecture boat tour on the river is the sight to book. The lakefront path is flat for bicycles. At night ride in the first car.' },
      { id: 'chicago-season', topic: 'seasons', title: 'When to visit Chicago', from: 'the US National Weather Service', text: 'June to September is festival and beach time, with thunderstorms; free concerts fill Millennium Park. October is mild and clear. January and February are bitter, with wind chill of minus 20: dress in layers and use the underground Pedway. Hotel rates fall by half then.' },
    ],
  },
  {
    city: 'Washington',
    country: 'United States',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'washington-free', topic: 'sights', title: 'Free museums and the Capitol in Washington', from: 'the Smithsonian and the US Capitol', text: 'All Smithsonian museums, the National Gallery and the zoo are free. Timed passes, also free, are needed for the Air and Space Museum and the African American museum. Capitol tours are booked online; the White House takes requests through your embassy or member of Congress weeks ahead. The memorials on the Mall are open all night and finest after dark.' },
      { id: 'washington-transport', topic: 'transport', title: 'Getting around Washington', from: 'the Washington metro authority', text: 'Metro gates accept bank cards and the SmarTrip card; fares depend on distance by day and are low at night and weekends. National airport is four stops from the Mall, the Silver Line reaches Dulles in 55 minutes. The Mall is three kilometres long with little shade. Cherry trees bloom about the end of March.' },
    ],
  },
  {
    city: 'Toronto',
    country: 'Canada',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'toronto-practical', topic: 'transport', title: 'Getting around Toronto and to Niagara Falls', from: 'the TTC, Metrolinx and GO Transit', text: 'The UP Express takes 25 minutes from Pearson to Union. One tap of 3.30 dollars allows two hours of subway, streetcar and bus. In winter walk underground through the PATH. Niagara Falls is two hours by GO train and bus for ten dollars each way at weekends; the boats sail from May to November. Ferries to the Islands leave from the foot of Bay Street.' },
      { id: 'canada-entry', scope: 'country', topic: 'entry', title: 'Electronic permit for Canada', from: 'the Canadian government', text: 'Visa-exempt visitors who fly in need an eTA for seven Canadian dollars, tied to the passport for five years; by land or sea it is not needed. US citizens need only their passport. Sales tax of 13 percent in Ontario is added at the till, and the tip is reckoned before it.' },
    ],
  },
  {
    city: 'Mexico City',
    country: 'Mexico',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'mexico-city-altitude', topic: 'health', title: 'Altitude and stomach in Mexico City', from: 'health authorities', text: 'The city lies at 2,240 metres: take the first day slowly, drink water, go easy on mezcal. Sun burns faster. Drink bottled or filtered water, also for teeth; ice in restaurants is made from purified water. Eat tacos where they are turned over fast and add the salsa yourself, carefully.' },
      { id: 'mexico-city-safety', topic: 'safety', title: 'Staying safe in Mexico City', from: 'foreign ministries', text: 'Roma, Condesa, Polanco, Coyoacán and the Centro by day are visited without worry. Use Uber or Didi rather than street cabs, above all at night. Keep phones inside on the metro, where the front cars are for women and children. Tepito, Doctores and Iztapalapa are not for strolling. Feel an earthquake alarm? Step outside or next to a pillar.' },
      { id: 'mexico-city-transport', topic: 'transport', title: 'Getting around Mexico City', from: 'the city’s mobility office', text: 'Metro rides cost five pesos, the Metrobús six; one Movilidad Integrada card pays both, and the Metrobús line 4 comes from the airport for 30. Rush hours are a crush. For Teotihuacán take the bus from Terminal del Norte at eight, before the heat. Most museums close on Mondays; on Sundays Reforma belongs to bicycles.' },
    ],
  },
  {
    city: 'Rio de Janeiro',
    country: 'Brazil',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'rio-safety', topic: 'safety', title: 'Beach and street sense in Rio de Janeiro', from: 'the Rio tourist police', text: 'Take to the beach only a towel, some cash and sunscreen; leave watch and phone behind and do not walk on the sand at night. Ipanema and Leblon are calmer than Copacabana. Use app cars after dark, keep windows up, and visit a favela only with a guide from there. Cards are accepted by the coconut seller.' },
    ],
  },
];
