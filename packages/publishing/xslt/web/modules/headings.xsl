<?xml version="1.0" encoding="UTF-8"?>
<!--
  The headings of a page: its title first and once, then each part one level below what it is a part of, however the TEI
  nests what has no heading (WCAG 2.2, 1.3.1 and 2.4.6).
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- What the heading of a document stands in, and what it ends with: number, date line, title, in the order of the TEI. -->
  <xsl:variable name="main" as="element()?" select="
    if ($kind eq 'document') then $text/(body | group)[1]/(child::div[head[@type = ('number', 'title')]], .)[1] else $text[1]"/>
  <xsl:variable name="last-of-title" as="element()?" select="
    if ($kind eq 'document')
    then $main/(head[@type = ('number', 'title')] | dateline[preceding-sibling::*[1][self::head][@type = 'number']])[last()]
    else if ($kind eq 'matter') then $main/head[1] else ()"/>

  <!-- Of a page whose text has no title the edition's own stands first. -->
  <xsl:function name="f:below-title" as="xs:boolean">
    <xsl:param name="head" as="element()"/>
    <xsl:sequence select="empty($last-of-title[root() is root($head)]) or $head >> $last-of-title"/>
  </xsl:function>

  <xsl:template name="title-of-document">
    <h1><xsl:value-of select="$current/@title"/></h1>
  </xsl:template>

  <xsl:template match="head">
    <xsl:variable name="above" select="../ancestor::*[self::div or self::body or self::front or self::back or self::group][head[f:below-title(.)]]"/>
    <xsl:element name="{if (f:below-title(.)) then 'h' || min((count($above) + 2, 6)) else 'p'}">
      <xsl:attribute name="class" select="f:classes(('head', @type[. = ('number', 'title')]/string()), .)"/>
      <xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- What stands over a list, a table, verses, a picture is no part of the page. -->
  <xsl:template match="head[parent::*[not(self::div or self::body or self::front or self::back or self::group)]]">
    <xsl:variable name="class" select="f:classes('list-head', .)"/>
    <xsl:choose>
      <xsl:when test="f:has-blocks(.)"><div class="{$class}"><xsl:call-template name="language"/><xsl:apply-templates/></div></xsl:when>
      <xsl:otherwise><p class="{$class}"><xsl:call-template name="language"/><xsl:apply-templates/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
