<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading text of an element without its markup: for titles, dates, first words. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:mode name="plain" on-no-match="shallow-skip"/>

  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="text" as="xs:string*">
      <xsl:apply-templates select="$nodes" mode="plain"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($text))"/>
  </xsl:function>

  <xsl:template match="text()" mode="plain" as="xs:string">
    <xsl:sequence select="string(.)"/>
  </xsl:template>

  <xsl:template match="lb" mode="plain" as="xs:string">
    <xsl:sequence select="if (@break = 'no') then '' else ' '"/>
  </xsl:template>

  <xsl:template match="supplied" mode="plain" as="xs:string*">
    <xsl:sequence select="'['[not(current()/ancestor::head/@type = 'title')]"/>
    <xsl:apply-templates mode="plain"/>
    <xsl:sequence select="']'[not(current()/ancestor::head/@type = 'title')]"/>
  </xsl:template>

  <xsl:template match="gap" mode="plain" as="xs:string">
    <xsl:sequence select="'⟨' || translate((@reason, 'gap')[1], '-', ' ') || '⟩'"/>
  </xsl:template>

  <xsl:template match="choice" mode="plain">
    <xsl:apply-templates select="(corr, reg, expan, *)[1]" mode="plain"/>
  </xsl:template>
  <xsl:template match="app" mode="plain">
    <xsl:apply-templates select="(lem, *)[1]" mode="plain"/>
  </xsl:template>

  <!-- What is said in fields only is parted by commas. -->
  <xsl:template match="biblStruct | monogr | analytic | imprint" mode="plain" as="xs:string">
    <xsl:sequence select="string-join((* ! f:plain(.))[. ne ''], ', ')"/>
  </xsl:template>

  <xsl:template match="note | noteGrp | del | surplus | index | figDesc | fw | metamark" mode="plain"/>

  <!-- The words of a date; where the header gives it in attributes only, as most do, written out. -->
  <xsl:function name="f:date" as="xs:string">
    <xsl:param name="date" as="element()?"/>
    <xsl:variable name="words" select="f:plain($date)"/>
    <xsl:sequence select="
      if ($words ne '' or empty($date)) then $words
      else if ($date/@when) then f:day($date/@when)
      else if ($date/(@notBefore and @notAfter)) then 'between ' || f:day($date/@notBefore) || ' and ' || f:day($date/@notAfter)
      else if ($date/@notBefore) then 'not before ' || f:day($date/@notBefore)
      else if ($date/@notAfter) then 'not after ' || f:day($date/@notAfter)
      else string-join($date/(@from, @to) ! f:day(.), ' – ')"/>
  </xsl:function>

  <!-- "1941-08-09" gives "August 9, 1941"; a month or a year gives as much as it says, anything else itself. -->
  <xsl:function name="f:day" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="
      if ($value castable as xs:date) then format-date(xs:date($value), '[MNn] [D], [Y]', 'en', (), ())
      else if ($value castable as xs:gYearMonth) then format-date(xs:date($value || '-01'), '[MNn] [Y]', 'en', (), ())
      else $value"/>
  </xsl:function>
</xsl:stylesheet>
