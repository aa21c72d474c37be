<?xml version="1.0" encoding="UTF-8"?>
<!-- The registers: their entries, and of each entry what is known of it and where it is named. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="c:register" mode="added">
    <h1><xsl:value-of select="@label"/></h1>
    <xsl:for-each-group select="c:entry" group-adjacent="upper-case(substring(@heading, 1, 1))">
      <section class="index-letter" aria-label="{current-grouping-key()}">
        <h2 aria-hidden="true"><xsl:value-of select="current-grouping-key()"/></h2>
        <ul role="list" class="index">
          <xsl:for-each select="current-group()">
            <li>
              <xsl:choose>
                <xsl:when test="@page eq 'true'"><a class="entry-name" href="{$root}{../@slug}/{@id}/index.html"><xsl:value-of select="@heading"/></a></xsl:when>
                <xsl:otherwise><span class="entry-name"><xsl:value-of select="@heading"/></span></xsl:otherwise>
              </xsl:choose>
              <xsl:text> </xsl:text>
              <span class="entry-note"><xsl:value-of select="string-join((@dates, @note ! f:without-point(.), string-join((@count ! f:count(., 'document'), @parts), ', ')), '; ')"/></span>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="c:register-entry" mode="added">
    <p class="register-of"><a href="{$root}{@slug}/index.html"><xsl:value-of select="@register"/></a></p>
    <h1><xsl:value-of select="@heading"/></h1>
    <xsl:if test="@dates or @note"><p class="entry-about"><xsl:value-of select="string-join((@dates, @note), '; ')"/></p></xsl:if>
    <xsl:if test="c:name">
      <p class="entry-about">Also named <xsl:value-of select="c:name" separator="; "/></p>
    </xsl:if>
    <xsl:if test="c:authority">
      <ul role="list" class="authorities">
        <xsl:for-each select="c:authority">
          <li>
            <xsl:choose>
              <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="@name || ' ' || @id"/></a></xsl:when>
              <xsl:otherwise><xsl:value-of select="@name || ' ' || @id"/></xsl:otherwise>
            </xsl:choose>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
    <xsl:apply-templates select="c:from[*], c:to[*], c:named[*]" mode="added"/>
  </xsl:template>

  <xsl:template match="c:from | c:to | c:named" mode="added">
    <section class="of-entry">
      <h2><xsl:value-of select="map{'from': 'Documents from', 'to': 'Documents to', 'named': 'Named in'}?(local-name())"/></h2>
      <ol class="toc" role="list"><xsl:apply-templates select="c:document" mode="added"/></ol>
    </section>
  </xsl:template>

  <xsl:template match="c:document" mode="added">
    <li>
      <span class="fig"><xsl:value-of select="@figure"/></span>
      <a href="{$root}{@folder}index.html{@anchor ! ('#' || f:name-id(.))}"><xsl:value-of select="@title"/></a>
      <span class="date"><xsl:value-of select="@date"/></span>
      <xsl:for-each select="c:context">
        <span class="incipit"><xsl:value-of select="text()[1][not(preceding-sibling::c:name)]"/><b><xsl:value-of select="c:name"/></b><xsl:value-of select="c:name/following-sibling::text()"/></span>
      </xsl:for-each>
      <xsl:if test="@more"><span class="incipit">and <xsl:value-of select="@more"/> more</span></xsl:if>
    </li>
  </xsl:template>
</xsl:stylesheet>
